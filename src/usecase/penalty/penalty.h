// Acts on penalties.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/penalty/penalty.h"
#include "usecase/customer_filter.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"
#include "usecase/reason.h"

namespace vigie {

struct PenaltyStepView {
  PenaltyState state{};
  ClosureSide side{};
  Instant at;
  std::int64_t amount_minor = 0;
  std::optional<Settlement> settled_by;
  std::string reason;
};

template <>
inline constexpr auto fields_of<PenaltyStepView> = std::tuple{
    field("state", &PenaltyStepView::state, "What it became."),
    field("side", &PenaltyStepView::side, "For which party it was said."),
    field("at", &PenaltyStepView::at, "When, by the clock of the database."),
    field("amount_minor", &PenaltyStepView::amount_minor, "What stood from then on."),
    field("settled_by", &PenaltyStepView::settled_by, "How it was settled."),
    field("reason", &PenaltyStepView::reason, "Why."),
};

struct PenaltyView {
  std::string reference;
  std::int64_t version = 1;
  std::string agreement;
  std::int64_t agreement_version = 1;
  std::string customer;
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
  std::vector<PenaltyStepView> steps;
};

template <>
inline constexpr std::string_view title_of<PenaltyView> = "Penalty";
template <>
inline constexpr auto fields_of<PenaltyView> = std::tuple{
    field("reference", &PenaltyView::reference, "What the world calls it."),
    field("version", &PenaltyView::version, "How many steps it took."),
    field("agreement", &PenaltyView::agreement, "Reference of its agreement."),
    field("agreement_version", &PenaltyView::agreement_version, "In which version."),
    field("customer", &PenaltyView::customer, "Reference of the party to whom it was promised."),
    field("closure", &PenaltyView::closure, "Reference of the closure that it comes from."),
    field("kind", &PenaltyView::kind, "A line of the schedule, points, or what is earned back."),
    field("clause", &PenaltyView::clause, "Id in the schedule; empty: its table of points."),
    field("target", &PenaltyView::target, "Which target was missed."),
    field("ticket", &PenaltyView::ticket, "Which ticket, when it is of one."),
    field("period", &PenaltyView::period, "Of the miss."),
    field("due_in", &PenaltyView::due_in, "Period whose total counts it."),
    field("nature", &PenaltyView::nature, "Penalty, price reduction or bonus; excludes VAT."),
    field("currency", &PenaltyView::currency, "Of both amounts."),
    field("computed_minor", &PenaltyView::computed_minor, "What was closed, in minor units."),
    field("amount_minor", &PenaltyView::amount_minor, "What stands now, in minor units."),
    field("regularises", &PenaltyView::regularises,
          "What a difference was booked for, of an amount closed earlier; empty: it is none."),
    field("state", &PenaltyView::state, "Where its life stands."),
    field("steps", &PenaltyView::steps, "Its life, in order; in a list of penalties, nothing."),
};

struct StepOfPenalty {
  PenaltyState state{};
  std::optional<std::int64_t> amount_minor;
  std::optional<Settlement> settled_by;
  std::string reason;
};

template <>
inline constexpr std::string_view title_of<StepOfPenalty> = "StepOfPenalty";
template <>
inline constexpr auto fields_of<StepOfPenalty> = std::tuple{
    field("state", &StepOfPenalty::state, "What it becomes."),
    field("amount_minor", &StepOfPenalty::amount_minor,
          "The amount that is proposed or agreed, between 0 and what was computed; as it stands "
          "when absent."),
    field("settled_by", &StepOfPenalty::settled_by, "How it is settled; of a settled one alone."),
    field("reason", &StepOfPenalty::reason, "Why, in a few words.", AtMost{most_of_reason}),
};

/// A step said for `side`, which is that of the permission of the act. For the customer a penalty
/// that was not proposed is not there. Refused, in this order: not_found, version_changed,
/// reason_malformed, penalty_step_impossible, penalty_amount_malformed, settlement_missing.
Outcome<PenaltyView> say_of_penalty(Desk& desk, const Addressed& at, ClosureSide side,
                                    const StepOfPenalty& asked);

/// One that was not proposed is seen by those who read penalties. Refused: not_found.
Outcome<PenaltyView> penalty(const Look& look, std::string_view reference);

/// The line of the ledger that it comes from, in JSON. Refused: not_found.
Outcome<std::string> penalty_derivation(const Look& look, std::string_view reference);

/// The oldest first. Refused, in this order: customer_unknown, cursor_unknown.
Outcome<ListPage<PenaltyView>> penalties(const Look& look, const ListAsked& asked,
                                         const CustomerFilter& filter);

}  // namespace vigie
