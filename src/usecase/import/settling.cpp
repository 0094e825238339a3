#include "store/import/loaded_ticket.h"
#include "usecase/import/import_work.h"
#include "usecase/job/tickets_done.h"
#include "usecase/ticket/judging.h"

namespace vigie {

namespace {

constexpr std::int64_t tickets_of_act = 20;

}  // namespace

Outcome<ImportSettled> settle(JobAtWork& at_work, const ImportParts& parts) {
  const Scope& scope = at_work.caller().rights.scope_of(Permission::run_imports);
  TicketsDone settled = TicketsDone::from(at_work.row().step);
  std::optional<KeptImport> kept;
  SharedTerms terms;
  at_work.here().database.read([&](Connection& rows) {
    kept = import_by_reference(rows, scope, at_work.row().about);
    terms = parts.shelf.terms(rows);
  });
  if (!kept) return refused(Refusal::not_found);
  const bool all = kept->row.state == ImportState::published && kept->row.terms != terms->digest;
  while (true) {
    std::vector<Key<TicketRow>> next;
    at_work.here().database.read([&](Connection& rows) {
      next = tickets_to_settle(rows, kept->key, settled.after, all, tickets_of_act);
    });
    if (next.empty()) break;
    settled.after = next.back().value;
    settled.count += std::ssize(next);
    at_work.tell(settled.count, 0);
    const auto done =
        at_work.perform(Permission::run_imports, settled.text(), [&](Desk& desk) -> Outcome<int> {
          Act& act = desk.open(ActWord::import_settled, Thing::import, kept->row.reference);
          for (const Key<TicketRow> ticket : next) {
            judge_again(act, *parts.shelf.terms(desk.rows()), ticket);
          }
          return 0;
        });
    if (!done) return done.error();
  }
  return ImportSettled{.import = kept->row.reference, .tickets = settled.count};
}

}  // namespace vigie
