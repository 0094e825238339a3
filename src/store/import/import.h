// Imports as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/rows.h"
#include "store/people/party.h"
#include "vocabulary/job.h"

namespace vigie {

struct ImportRow {
  std::string reference;
  std::int64_t version = 1;
  std::string source;
  Key<PartyRow> customer{};
  ImportState state{};
  std::string profile;
  std::optional<Bytes> blob;
  std::int64_t file_bytes = 0;
  std::string job;
  std::int64_t rows_read = 0;
  std::int64_t tickets = 0;
  std::int64_t tickets_added = 0;
  std::int64_t events = 0;
  std::int64_t events_added = 0;
  std::int64_t findings = 0;
  std::string terms;
  std::optional<Key<ActRow>> effect_act;
};

template <>
inline constexpr StoreTable table_of<ImportRow> = StoreTable::import;
template <>
inline constexpr auto fields_of<ImportRow> = std::tuple{
    field("reference", &ImportRow::reference, "What the world calls it."),
    field("version", &ImportRow::version, "Raised by one by each change."),
    field("source", &ImportRow::source, "Which tool: keys of tickets are its own."),
    field("customer", &ImportRow::customer, "Whose its tickets are when they do not say."),
    field("state", &ImportRow::state, "Where its life stands."),
    field("profile", &ImportRow::profile, "How its file is read; empty: canonical events."),
    field("blob", &ImportRow::blob, "Its file, by digest."),
    field("file_bytes", &ImportRow::file_bytes, "Size of its file."),
    field("job", &ImportRow::job, "The last job about it; empty: none."),
    field("rows_read", &ImportRow::rows_read, "Rows of its file."),
    field("tickets", &ImportRow::tickets, "Tickets that its file tells of."),
    field("tickets_added", &ImportRow::tickets_added, "Of which were not known."),
    field("events", &ImportRow::events, "Events that its file tells."),
    field("events_added", &ImportRow::events_added, "Of which were not known."),
    field("findings", &ImportRow::findings, "What was noticed, counted."),
    field("terms", &ImportRow::terms, "Digest of the terms that judged its tickets."),
    field("effect_act", &ImportRow::effect_act, "Since which act it counts, or counts no more."),
};

struct KeptImport {
  Key<ImportRow> key{};
  ImportRow row;
};

struct ListedImport {
  KeptImport kept;
  std::string customer;  // reference
};

Key<ImportRow> add_import_row(Connection& rows, const ImportRow& row);

/// Writes all fields where the version is the one before `row.version`; false when it is not.
bool change_import_row(Connection& rows, Key<ImportRow> key, const ImportRow& row);

/// None when there is no such import, or the scope does not cover it.
std::optional<KeptImport> import_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference);

/// The last first, before `before` (0: from the last); at most so many.
std::vector<ListedImport> imports_before(Connection& rows, const Scope& scope, std::int64_t before,
                                         std::int64_t most);

/// Another of `source` that is being loaded, or waits to be published; its reference.
std::optional<std::string> import_under_way(Connection& rows, std::string_view source,
                                            Key<ImportRow> but);

/// What rests on a published import: acts of people on its tickets since it counts, and later
/// imports of its source that go on where it ended. At most `most` references; `count`: how many.
struct Resting {
  std::int64_t count = 0;
  std::vector<std::string> references;
};
Resting resting_on(Connection& rows, const KeptImport& import, std::int64_t most);

/// One thing that was noticed, in both languages.
struct ImportFindingRow {
  Key<ImportRow> import{};
  std::int64_t rank = 0;
  std::string code;
  std::int64_t times = 0;
  std::string example;
  std::string said_en;
  std::string said_fr;
};

template <>
inline constexpr StoreTable table_of<ImportFindingRow> = StoreTable::import_finding;
template <>
inline constexpr auto fields_of<ImportFindingRow> = std::tuple{
    field("import", &ImportFindingRow::import, "Of which import."),
    field("rank", &ImportFindingRow::rank, "Its place among them, from 1."),
    field("code", &ImportFindingRow::code, "A word of the list of findings, or of faults."),
    field("times", &ImportFindingRow::times, "How often it was noticed, over all its examples."),
    field("example", &ImportFindingRow::example, "A ticket, or a place in the file."),
    field("said_en", &ImportFindingRow::said_en, "The sentence in English."),
    field("said_fr", &ImportFindingRow::said_fr, "The sentence in French."),
};

/// Replaces all of an import; `import` and `rank` are set.
void keep_findings(Connection& rows, Key<ImportRow> import, std::vector<ImportFindingRow> findings);
std::vector<ImportFindingRow> findings_of(Connection& rows, Key<ImportRow> import);

}  // namespace vigie
