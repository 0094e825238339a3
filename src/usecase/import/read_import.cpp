#include "usecase/import/read_import.h"

#include "store/import/file_chunk.h"
#include "usecase/ticket/ticket_view.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

/// The bytes of a kept file, one chunk after the other, each in a look of its own.
class KeptFile {
 public:
  KeptFile(JobAtWork& at_work, const ImportRow& row) : at_work_{at_work}, row_{row} {}

  std::string_view next() {
    at_work_.here().database.read(
        [&](Connection& rows) { chunk_ = chunk_of_file(rows, *row_.blob, number_); });
    ++number_;
    if (!chunk_) return {};
    return {reinterpret_cast<const char*>(chunk_->data()), chunk_->size()};
  }

 private:
  JobAtWork& at_work_;
  const ImportRow& row_;
  std::int64_t number_ = 0;
  std::optional<Bytes> chunk_;
};

/// Finds the import, the terms and the instant at which it is read.
bool look_up(JobAtWork& at_work, const ImportParts& parts, ReadImport& read) {
  const Scope& scope = at_work.caller().rights.scope_of(Permission::run_imports);
  bool is_there = false;
  at_work.here().database.read([&](Connection& rows) {
    auto kept = import_by_reference(rows, scope, at_work.row().about);
    is_there = kept && kept->row.blob;
    if (!is_there) return;
    read.kept = *std::move(kept);
    read.terms = parts.shelf.terms(rows);
    read.now = clock_of_database(rows);
  });
  return is_there;
}

ImportFindingRow row_of(const Fault& fault) {
  const Place& place = fault.place;
  std::string where;
  if (place.line > 0) where = std::to_string(place.line) + ":" + std::to_string(place.column);
  return {.code = std::string{key_of(fault.code)},
          .times = 1,
          .example = std::move(where),
          .said_en = message_of(fault, Language::en),
          .said_fr = message_of(fault, Language::fr)};
}

/// Why the file cannot be used; its faults are kept where its findings would be.
std::optional<Refused> refusal_of_file(JobAtWork& at_work, const ImportParts& parts,
                                       const ReadImport& read) {
  if (!read.told.faults.empty()) {
    std::vector<ImportFindingRow> faults;
    for (const Fault& fault : read.told.faults) faults.push_back(row_of(fault));
    const auto kept = at_work.perform(Permission::run_imports, "", [&](Desk& desk) -> Outcome<int> {
      keep_findings(desk.rows(), read.kept.key, faults);
      return 0;
    });
    return kept ? refused(Refusal::import_file_unreadable) : kept.error();
  }
  if (read.told.is_too_long) {
    return refused(Refusal::import_too_long, {{"most", std::to_string(parts.most_rows)}});
  }
  if (read.told.histories.tickets().empty()) return refused(Refusal::import_has_no_ticket);
  return std::nullopt;
}

}  // namespace

Outcome<std::unique_ptr<ReadImport>> read_import(JobAtWork& at_work, const ImportParts& parts) {
  auto read = std::make_unique<ReadImport>();
  if (!look_up(at_work, parts, *read)) return refused(Refusal::not_found);
  read->names = Names{read->terms->names.columns(), nullptr};
  KeptFile file{at_work, read->kept.row};
  const std::int64_t bytes = read->kept.row.file_bytes;
  read->told = parts.reader.read(
      {.profile = read->kept.row.profile,
       .name = read->kept.row.reference,
       .next = [&file] { return file.next(); },
       .most_rows = parts.most_rows,
       .progress =
           [&](std::uint64_t done) { at_work.tell(static_cast<std::int64_t>(done), bytes); }},
      read->names);
  if (auto refused = refusal_of_file(at_work, parts, *read)) return *std::move(refused);
  const Scope& scope = at_work.caller().rights.scope_of(Permission::run_imports);
  read->told_for = std::make_unique<ToldFor>(
      ToldFor{.import = read->kept.key, .row = read->kept.row, .scope = scope, .now = read->now});
  const Histories& histories = read->told.histories;
  read->file = std::make_unique<ToldFile>(histories, read->names, *read->told_for);
  for (std::size_t first = 0; first < read->file->size(); first += ToldFile::at_once) {
    at_work.check();
    at_work.here().database.read([&](Connection& rows) { read->file->name(rows, first); });
  }
  read->judge =
      std::make_unique<ImportJudge>(*read->terms, *read->file, histories, read->names, read->now);
  return read;
}

std::vector<FindingTold> told_of(const Findings& findings) {
  std::vector<FindingTold> told;
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    const Findings::Entry& entry = findings.of(code);
    if (entry.count == 0) continue;
    told.push_back({.code = std::string{key_of(code)},
                    .times = static_cast<std::int64_t>(entry.count),
                    .examples = entry.examples});
  }
  return told;
}

std::vector<ImportFindingRow> rows_of(const Findings& findings) {
  std::vector<ImportFindingRow> rows;
  for (const FindingTold& told : told_of(findings)) {
    const auto code = from_key<FindingCode>(told.code).value();
    for (const std::string& example : told.examples) {
      rows.push_back({.code = told.code,
                      .times = told.times,
                      .example = example,
                      .said_en = std::string{word_of(code, Language::en)},
                      .said_fr = std::string{word_of(code, Language::fr)}});
    }
  }
  return rows;
}

void keep_told(Connection& rows, const KeptImport& import, const ImportTold& told,
               const Findings& findings) {
  ImportRow row = import.row;
  ++row.version;
  row.rows_read = told.rows;
  row.tickets = told.tickets;
  row.tickets_added = told.tickets_added;
  row.events = told.events;
  row.events_added = told.events_added;
  row.findings = static_cast<std::int64_t>(findings.total());
  ensure(change_import_row(rows, import.key, row), "its version was just read");
  keep_findings(rows, import.key, rows_of(findings));
}

}  // namespace vigie
