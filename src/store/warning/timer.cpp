#include "store/warning/timer.h"

#include <algorithm>

namespace vigie {

void keep_timers(Connection& rows, Key<TicketRow> ticket, std::vector<TimerRow> timers) {
  rows.run("delete from timer where ticket = $1", std::array<Parameter, 1>{ticket.value});
  static const std::string insert = insert_statement<TimerRow>("timer");
  for (TimerRow& timer : timers) {
    timer.ticket = ticket;
    rows.run(insert, values_of(timer));
  }
}

std::optional<Instant> first_timer(Connection& rows) {
  std::optional<Instant> first;
  rows.run("select fires_at from timer order by fires_at limit 1", {},
           [&](const Row& row) { first = FieldValue<Instant>::from_sql(row, 0); });
  return first;
}

std::vector<TimerRow> take_fired_timers(Connection& rows, std::int64_t most) {
  const std::string place =
      rows.dialect() == Dialect::postgresql ? "ctid" : "(ticket, clock, rule)";
  const std::string column = rows.dialect() == Dialect::postgresql ? "ctid" : "ticket, clock, rule";
  const std::string skip = rows.dialect() == Dialect::postgresql ? " for update skip locked" : "";
  const std::string take = "delete from timer where " + place + " in (select " + column +
                           " from timer where fires_at <= clock_now() order by fires_at limit $1" +
                           skip + ") returning " + select_list<TimerRow>();
  std::vector<TimerRow> taken;
  rows.run(take, std::array<Parameter, 1>{most},
           [&](const Row& row) { taken.push_back(row_from<TimerRow>(row)); });
  std::ranges::sort(taken, {}, [](const TimerRow& timer) {
    return std::tuple{timer.fires_at, timer.ticket.value, timer.clock, timer.rule.value};
  });
  return taken;
}

}  // namespace vigie
