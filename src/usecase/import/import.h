// Acts on imports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/import/import.h"
#include "usecase/desk.h"
#include "usecase/import/import_reader.h"
#include "usecase/list_page.h"

namespace vigie {

struct ImportView {
  std::string reference;
  std::int64_t version = 0;
  std::string source;
  std::string customer;
  ImportState state{};
  std::int64_t file_bytes = 0;
  std::string job;
  std::int64_t rows = 0;
  std::int64_t tickets = 0;
  std::int64_t tickets_added = 0;
  std::int64_t events = 0;
  std::int64_t events_added = 0;
  std::int64_t findings = 0;
};

template <>
inline constexpr std::string_view title_of<ImportView> = "Import";
template <>
inline constexpr auto fields_of<ImportView> = std::tuple{
    field("reference", &ImportView::reference, "What the world calls it."),
    field("version", &ImportView::version, "Raised by one by each change."),
    field("source", &ImportView::source, "Which tool: keys of tickets are its own."),
    field("customer", &ImportView::customer,
          "Reference of the party whose tickets they are when the file does not say."),
    field("state", &ImportView::state, "Where its life stands."),
    field("file_bytes", &ImportView::file_bytes, "Size of its file, as it was sent."),
    field("job", &ImportView::job, "Reference of the last job about it; empty: none."),
    field("rows", &ImportView::rows, "Rows of its file, as they were read last."),
    field("tickets", &ImportView::tickets, "Tickets that the file tells of."),
    field("tickets_added", &ImportView::tickets_added, "Of which were not known."),
    field("events", &ImportView::events, "Events that the file tells."),
    field("events_added", &ImportView::events_added, "Of which were not known."),
    field("findings", &ImportView::findings, "How many things were noticed."),
};

struct AddImport {
  std::string source;
  std::string customer;
  std::optional<std::string> profile;
};

template <>
inline constexpr std::string_view title_of<AddImport> = "ImportToAdd";
template <>
inline constexpr auto fields_of<AddImport> = std::tuple{
    field("source", &AddImport::source,
          "Which tool it comes from: letters, digits and hyphens; its keys are told apart by it.",
          AtMost{64}),
    field("customer", &AddImport::customer,
          "Reference of the party whose tickets they are when the file does not say."),
    field("profile", &AddImport::profile,
          "How the file is read: YAML, as vigie evaluate --profile reads it; none: the file holds "
          "canonical events, a JSON object a line."),
};

struct ImportStep {
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<ImportStep> = "ImportStep";
template <>
inline constexpr auto fields_of<ImportStep> = std::tuple{
    field("comment", &ImportStep::comment, "Kept with the act.", AtMost{500}),
};

/// Refused, in this order: reference_malformed (the source), customer_unknown, document_faulty
/// (with the faults of the profile).
Outcome<ImportView> add_import(Desk& desk, const ImportReader& reader, const AddImport& asked);

/// Refused: not_found.
Outcome<ImportView> import(const Look& look, std::string_view reference);

/// The last first. Refused: cursor_unknown.
Outcome<ListPage<ImportView>> imports(const Look& look, const ListAsked& asked);

/// What was noticed when its file was read last. Refused: not_found.
Outcome<std::vector<ImportFindingRow>> findings_of_import(const Look& look,
                                                          std::string_view reference);

/// A step of the life of an import.
struct StepAsked {
  Addressed at;
  ImportStep step;
  std::int64_t most_jobs;  // limit jobs_of_account
};

/// Asks for the job that reads the file and tells what it would add. States: filled, loaded.
/// Refused, in this order: not_found, version_changed, import_state_wrong, too_many_jobs.
Outcome<ImportView> rehearse_import(Desk& desk, const StepAsked& asked);

/// Asks for the job that loads it. States: filled; loading, when its job has ended before its time.
/// Refused, in this order: not_found, version_changed, import_state_wrong, import_under_way,
/// too_many_jobs.
Outcome<ImportView> run_import(Desk& desk, const StepAsked& asked);

/// What it brought counts from now on. State: loaded. Refused, in this order: not_found,
/// version_changed, import_state_wrong.
Outcome<ImportView> publish_import(Desk& desk, const StepAsked& asked);

/// What it brought counts no more. State: published. Refused, in this order: not_found,
/// version_changed, import_state_wrong, import_rested_on (with the list).
Outcome<ImportView> withdraw_import(Desk& desk, const StepAsked& asked);

/// It will never count; its job stops. States: added, filled, loading, loaded. Refused, in this
/// order: not_found, version_changed, import_state_wrong.
Outcome<ImportView> cancel_import(Desk& desk, const StepAsked& asked);

/// As it is shown; the caller's promise that it may be.
ImportView view_of(Connection& rows, const ImportRow& row);

}  // namespace vigie
