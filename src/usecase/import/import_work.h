// The work of the jobs of imports.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/import/import.h"
#include "usecase/import/import_reader.h"
#include "usecase/job/job_at_work.h"
#include "usecase/ticket/ticket.h"

namespace vigie {

/// What the work stands on; all of it lives longer.
struct ImportParts {
  const ImportReader& reader;
  TermsShelf& shelf;
  std::uint64_t most_rows = 0;  // limit import_rows
};

struct FindingTold {
  std::string code;
  std::int64_t times = 0;
  std::vector<std::string> examples;
};

template <>
inline constexpr std::string_view title_of<FindingTold> = "ImportFinding";
template <>
inline constexpr auto fields_of<FindingTold> = std::tuple{
    field("code", &FindingTold::code, "A word of the list of findings."),
    field("times", &FindingTold::times, "How often it was noticed."),
    field("examples", &FindingTold::examples, "Tickets, or places in the file; the first ones."),
};

/// What an import adds, or would add.
struct ImportTold {
  std::string import;
  std::int64_t rows = 0;
  std::int64_t tickets = 0;
  std::int64_t tickets_added = 0;
  std::int64_t events = 0;
  std::int64_t events_added = 0;
  std::int64_t events_not_told = 0;
  std::vector<FindingTold> findings;
  std::vector<TicketView> first;
};

template <>
inline constexpr std::string_view title_of<ImportTold> = "ImportTold";
template <>
inline constexpr auto fields_of<ImportTold> = std::tuple{
    field("import", &ImportTold::import, "Reference of the import."),
    field("rows", &ImportTold::rows, "Rows of the file."),
    field("tickets", &ImportTold::tickets, "Tickets that it tells of."),
    field("tickets_added", &ImportTold::tickets_added, "Of which were not known."),
    field("events", &ImportTold::events, "Events that it tells."),
    field("events_added", &ImportTold::events_added, "Of which were not known."),
    field("events_not_told", &ImportTold::events_not_told,
          "Events that an earlier import told and this file does not; they are kept."),
    field("findings", &ImportTold::findings, "What was noticed."),
    field("first", &ImportTold::first, "Of a rehearsal: the first new tickets, with their clocks."),
};

/// Tells what the file would add; the findings of the import are those of its file. Refused, in
/// this order: not_found, import_file_unreadable, import_too_long, import_has_no_ticket.
Outcome<ImportTold> rehearse(JobAtWork& at_work, const ImportParts& parts);

/// Loads it, without effect until it is published. Refused: as `rehearse`; import_state_wrong when
/// it was cancelled meanwhile.
Outcome<ImportTold> load(JobAtWork& at_work, const ImportParts& parts);

struct ImportSettled {
  std::string import;
  std::int64_t tickets = 0;
};

template <>
inline constexpr std::string_view title_of<ImportSettled> = "ImportSettled";
template <>
inline constexpr auto fields_of<ImportSettled> = std::tuple{
    field("import", &ImportSettled::import, "Reference of the import."),
    field("tickets", &ImportSettled::tickets, "Tickets that were judged again."),
};

/// Judges again the tickets that were there before; all of them when the terms have changed since
/// they were loaded. Refused: not_found.
Outcome<ImportSettled> settle(JobAtWork& at_work, const ImportParts& parts);

}  // namespace vigie
