// When clocks reach the points of rules, should nothing happen to them.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "store/ticket/clock_row.h"
#include "store/warning/rule.h"

namespace vigie {

struct TimerRow {
  Key<TicketRow> ticket{};
  std::int64_t clock = 0;  // rank; 0: the ticket itself
  Key<WarningRuleRow> rule{};
  Instant fires_at;
};

template <>
inline constexpr StoreTable table_of<TimerRow> = StoreTable::timer;
template <>
inline constexpr auto fields_of<TimerRow> = std::tuple{
    field("ticket", &TimerRow::ticket, "Of which ticket."),
    field("clock", &TimerRow::clock, "Rank of which of its clocks; 0: the ticket itself."),
    field("rule", &TimerRow::rule, "By which rule."),
    field("fires_at", &TimerRow::fires_at, "When the point is reached, if nothing happens."),
};

/// Those of a ticket, in place of those it had; `ticket` is set.
void keep_timers(Connection& rows, Key<TicketRow> ticket, std::vector<TimerRow> timers);

/// When the first of all fires; none: there is none.
std::optional<Instant> first_timer(Connection& rows);

/// Takes away those that have fired by the clock of the database, the first ones first, at most so
/// many; on PostgreSQL those that nobody else is taking away.
std::vector<TimerRow> take_fired_timers(Connection& rows, std::int64_t most);

/// A ticket as a timer that has fired finds it.
struct FiredTicket {
  KeptTicket kept;
  std::vector<TicketClockRow> clocks;  // by rank
};

/// Of those timers, by key, each once.
std::map<std::int64_t, FiredTicket> tickets_of(Connection& rows, std::span<const TimerRow> timers);

}  // namespace vigie
