#include "usecase/import/read_import.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

constexpr std::size_t most_shown = 20;

/// A ticket of the file as it would be shown.
TicketView shown_as_new(Connection& rows, ReadImport& read, const TicketOfFile& ticket) {
  const LoadedTicket loaded = read.judge->judge(ticket);
  const std::string customer = party_reference(rows, loaded.row.customer);
  return view_of({.row = loaded.row, .customer = customer, .clocks = loaded.clocks}, read.now);
}

/// Adds what a few hundred tickets would add.
void add_range(Connection& rows, ReadImport& read, std::size_t first, ImportTold& told,
               Findings& findings) {
  for (const TicketOfFile& ticket : read.file->compare(rows, first, findings)) {
    told.events += static_cast<std::int64_t>(ticket.history.events.size());
    told.events_added += ticket.events_here();
    told.events_not_told += ticket.not_told;
    ++told.tickets;
    if (!ticket.is_new()) continue;
    ++told.tickets_added;
    if (told.first.size() < most_shown) told.first.push_back(shown_as_new(rows, read, ticket));
  }
}

}  // namespace

Outcome<ImportTold> rehearse(JobAtWork& at_work, const ImportParts& parts) {
  const auto made = read_import(at_work, parts);
  if (!made) return made.error();
  ReadImport& read = **made;
  ImportTold told{.import = read.kept.row.reference,
                  .rows = static_cast<std::int64_t>(read.told.rows)};
  Findings findings = read.told.findings;
  for (std::size_t first = 0; first < read.file->size(); first += ToldFile::at_once) {
    at_work.tell(static_cast<std::int64_t>(first), static_cast<std::int64_t>(read.file->size()));
    ImportTold so_far;
    Findings found;
    at_work.here().database.read([&](Connection& rows) {
      so_far = told;
      found = Findings{};
      add_range(rows, read, first, so_far, found);
    });
    told = std::move(so_far);
    findings.absorb(found);
  }
  told.findings = told_of(findings);
  const Scope& scope = at_work.caller().rights.scope_of(Permission::run_imports);
  const auto kept = at_work.perform(Permission::run_imports, "", [&](Desk& desk) -> Outcome<int> {
    const auto now = import_by_reference(desk.rows(), scope, read.kept.row.reference);
    if (now) keep_told(desk.rows(), *now, told, findings);
    return 0;
  });
  if (!kept) return kept.error();
  return told;
}

}  // namespace vigie
