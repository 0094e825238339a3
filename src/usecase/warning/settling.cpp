#include "usecase/warning/settling.h"

#include "store/job/job.h"
#include "store/ticket/in_effect.h"
#include "usecase/job/job.h"
#include "usecase/job/tickets_done.h"
#include "usecase/ticket/judging.h"
#include "usecase/warning/rules_in_force.h"

namespace vigie {

namespace {

constexpr std::int64_t tickets_of_act = 20;

std::string under(const TermsInForce& terms) {
  return terms.digest + "/" + std::to_string(terms.rules->mark);
}

std::vector<Key<TicketRow>> open_tickets_after(Connection& rows, std::int64_t after) {
  static const std::string select =
      "select t.id from ticket t where t.id > $1 and t.ended_at is null and " + in_effect("t") +
      " order by t.id limit $2";
  std::vector<Key<TicketRow>> keys;
  rows.run(select, std::array<Parameter, 2>{after, tickets_of_act},
           [&](const Row& row) { keys.push_back({row.whole(0)}); });
  return keys;
}

std::int64_t open_tickets(Connection& rows) {
  std::int64_t count = 0;
  rows.run("select count(*) from ticket t where t.ended_at is null and " + in_effect("t"), {},
           [&](const Row& row) { count = row.whole(0); });
  return count;
}

}  // namespace

void ask_for_settling(const WarningParts& parts) {
  std::string before;
  std::string now;
  parts.here.database.read([&](Connection& rows) {
    before = settled_under(rows);
    now = under(*parts.shelf.terms(rows));
  });
  if (before == now) return;
  const auto work = [&](Desk& desk) -> Outcome<int> {
    if (!settle_under(desk.rows(), before, now)) return 0;
    const std::string job = add_job(desk, {.kind = JobKind::open_tickets_settling, .most = 0});
    desk.open(ActWord::job_asked, Thing::job, job)
        .change("kind", std::nullopt, std::string{key_of(JobKind::open_tickets_settling)});
    return 0;
  };
  (void)perform(parts.here, program_itself(), Permission::write_warnings, work);
}

Outcome<std::string> settle_open_tickets(JobAtWork& at_work, const WarningParts& parts) {
  TicketsDone settled = TicketsDone::from(at_work.row().step);
  std::int64_t all = 0;
  parts.here.database.read([&](Connection& rows) { all = open_tickets(rows); });
  while (true) {
    std::vector<Key<TicketRow>> next;
    parts.here.database.read(
        [&](Connection& rows) { next = open_tickets_after(rows, settled.after); });
    if (next.empty()) break;
    settled.after = next.back().value;
    settled.count += std::ssize(next);
    at_work.tell(settled.count, std::max(all, settled.count));
    const auto work = [&](Desk& desk) -> Outcome<int> {
      Act& act = desk.open(ActWord::tickets_settled, Thing::job, at_work.row().reference);
      const SharedTerms terms = parts.shelf.terms(desk.rows());
      for (const Key<TicketRow> ticket : next) judge_again(act, *terms, ticket);
      return 0;
    };
    const auto done = at_work.perform(Permission::write_warnings, settled.text(), work);
    if (!done) return done.error();
  }
  return "{\"tickets\":" + std::to_string(settled.count) + "}";
}

}  // namespace vigie
