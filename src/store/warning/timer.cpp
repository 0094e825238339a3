#include "store/warning/timer.h"

#include <algorithm>

#include "store/many_rows.h"

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

std::map<std::int64_t, FiredTicket> tickets_of(Connection& rows, std::span<const TimerRow> timers) {
  static const std::string list = placeholders(1, rows_at_once);
  static const std::string of_tickets =
      "select id, " + select_list<TicketRow>() + " from ticket where id in " + list;
  static const std::string of_clocks = "select " + select_list<TicketClockRow>() +
                                       " from ticket_clock where ticket in " + list +
                                       " order by ticket, rank";
  std::map<std::int64_t, FiredTicket> found;
  while (!timers.empty()) {
    const auto some = timers.first(std::min(timers.size(), rows_at_once));
    std::vector<Parameter> keys;
    for (const TimerRow& timer : some) {
      if (!found.contains(timer.ticket.value)) keys.emplace_back(timer.ticket.value);
    }
    keys.resize(rows_at_once, std::int64_t{0});  // no ticket has this key
    rows.run(of_tickets, keys, [&](const Row& row) {
      const Key<TicketRow> key{row.whole(0)};
      found[key.value].kept = {.key = key, .row = row_from<TicketRow>(row, 1)};
    });
    rows.run(of_clocks, keys, [&](const Row& row) {
      auto clock = row_from<TicketClockRow>(row);
      found[clock.ticket.value].clocks.push_back(std::move(clock));
    });
    timers = timers.subspan(some.size());
  }
  return found;
}

}  // namespace vigie
