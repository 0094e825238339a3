// The way to close a period again, as sealed rows.
#pragma once

#include "store/closure/closure.h"
#include "vocabulary/closure.h"

namespace vigie {

struct ReopeningRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<PartyRow> customer{};
  std::string closure;
  std::int64_t number = 0;
  ReopeningStep step{};
  ClosureSide side{};
  std::optional<Key<AccountRow>> account;
  Instant at;
  std::string reason;
};

template <>
inline constexpr StoreTable table_of<ReopeningRow> = StoreTable::reopening;
template <>
inline constexpr auto fields_of<ReopeningRow> = std::tuple{
    field("act", &ReopeningRow::act, "Which act took the step."),
    field("rank", &ReopeningRow::rank, "Place among the rows of the act, from 1."),
    field("customer", &ReopeningRow::customer, "Whose agreement it is."),
    field("closure", &ReopeningRow::closure, "Which closure would be replaced, by reference."),
    field("number", &ReopeningRow::number, "Of the step, from 1."),
    field("step", &ReopeningRow::step, "What was said."),
    field("side", &ReopeningRow::side, "For which party."),
    field("account", &ReopeningRow::account, "By whom."),
    field("at", &ReopeningRow::at, "When, by the clock of the database."),
    field("reason", &ReopeningRow::reason, "Why."),
};

/// The steps about one closure, by number.
std::vector<ReopeningRow> reopening_steps(Connection& rows, std::string_view closure);

}  // namespace vigie
