// Amounts of closed periods, and their life.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/closure/closure.h"
#include "vocabulary/closure.h"
#include "vocabulary/ledger.h"
#include "vocabulary/money.h"

namespace vigie {

struct PenaltyRow {
  std::string reference;
  std::int64_t version = 1;  // how many steps it took
  Key<PartyRow> customer{};
  std::string agreement;
  std::int64_t agreement_version = 1;
  std::string closure;
  LedgerLineKind kind{};
  std::string clause;
  std::string target;
  std::string ticket;
  std::string period;
  std::string due_in;
  PenaltyNature nature{};
  Currency currency{};
  std::int64_t computed_minor = 0;
  std::int64_t amount_minor = 0;
  std::string regularises;
  PenaltyState state{};
  std::string derivation;
};

template <>
inline constexpr StoreTable table_of<PenaltyRow> = StoreTable::penalty;
template <>
inline constexpr auto fields_of<PenaltyRow> = std::tuple{
    field("reference", &PenaltyRow::reference, "What the world calls it."),
    field("version", &PenaltyRow::version, "How many steps it took."),
    field("customer", &PenaltyRow::customer, "Whose agreement it is."),
    field("agreement", &PenaltyRow::agreement, "Under which agreement, by reference."),
    field("agreement_version", &PenaltyRow::agreement_version, "In which version."),
    field("closure", &PenaltyRow::closure, "Which closure it comes from, by reference."),
    field("kind", &PenaltyRow::kind, "A line of the schedule, points, or what is earned back."),
    field("clause", &PenaltyRow::clause, "Id in the schedule; empty: its table of points."),
    field("target", &PenaltyRow::target, "Which target was missed."),
    field("ticket", &PenaltyRow::ticket, "Which ticket, when it is of one."),
    field("period", &PenaltyRow::period, "Of the miss."),
    field("due_in", &PenaltyRow::due_in, "Period whose total counts it."),
    field("nature", &PenaltyRow::nature, "Penalty, price reduction or bonus."),
    field("currency", &PenaltyRow::currency, "Of both amounts."),
    field("computed_minor", &PenaltyRow::computed_minor, "What was closed, in minor units."),
    field("amount_minor", &PenaltyRow::amount_minor, "What stands now, in minor units."),
    field("regularises", &PenaltyRow::regularises,
          "Why a difference was booked, of an amount closed earlier; empty: it is none."),
    field("state", &PenaltyRow::state, "Where its life stands."),
    field("derivation", &PenaltyRow::derivation, "The line of the ledger, in JSON."),
};

/// A step of its life, sealed.
struct PenaltyStepRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<PenaltyRow> penalty{};
  std::int64_t number = 0;
  PenaltyState state{};
  ClosureSide side{};
  std::optional<Key<AccountRow>> account;
  Instant at;
  std::int64_t amount_minor = 0;
  std::string settled_by;
  std::string reason;
};

template <>
inline constexpr StoreTable table_of<PenaltyStepRow> = StoreTable::penalty_step;
template <>
inline constexpr auto fields_of<PenaltyStepRow> = std::tuple{
    field("act", &PenaltyStepRow::act, "Which act took the step."),
    field("rank", &PenaltyStepRow::rank, "Place among the rows of the act, from 1."),
    field("penalty", &PenaltyStepRow::penalty, "Of which penalty."),
    field("number", &PenaltyStepRow::number, "Of the step, from 1."),
    field("state", &PenaltyStepRow::state, "What it became."),
    field("side", &PenaltyStepRow::side, "For which party."),
    field("account", &PenaltyStepRow::account, "By whom; none: it followed from the schedule."),
    field("at", &PenaltyStepRow::at, "When, by the clock of the database."),
    field("amount_minor", &PenaltyStepRow::amount_minor, "What stands from then on."),
    field("settled_by", &PenaltyStepRow::settled_by, "How it was settled; empty: it is not."),
    field("reason", &PenaltyStepRow::reason, "Why."),
};

struct KeptPenalty {
  Key<PenaltyRow> key{};
  PenaltyRow row;
  std::string customer;  // reference
};

/// None when there is no such penalty, or the scope does not cover it.
std::optional<KeptPenalty> penalty_by_reference(Connection& rows, const Scope& scope,
                                                std::string_view reference);
/// Those of an agreement that wait for the threshold, in the order of their keys.
std::vector<KeptPenalty> held_penalties(Connection& rows, std::string_view agreement);
/// Those that a closure brought, in the order of their keys.
std::vector<KeptPenalty> penalties_of_closure(Connection& rows, std::string_view closure);
std::vector<PenaltyStepRow> steps_of(Connection& rows, Key<PenaltyRow> penalty);

Key<PenaltyRow> add_penalty_row(Connection& rows, const PenaltyRow& row);
/// Writes all fields where the version is the one before `row.version`; false when it is not.
bool change_penalty_row(Connection& rows, Key<PenaltyRow> key, const PenaltyRow& row);

/// Those the scope covers, from the oldest after `after`: all within `unproposed`, elsewhere those
/// that were proposed. At most so many.
struct PenaltiesAsked {
  std::int64_t after = 0;
  std::int64_t most = 50;
  const Scope& unproposed;
};
std::vector<KeptPenalty> penalties_after(Connection& rows, const Scope& scope,
                                         const PenaltiesAsked& asked);

}  // namespace vigie
