#include "usecase/penalty/penalty.h"

#include <algorithm>

#include "usecase/penalty/step.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

PenaltyView view_of(const KeptPenalty& kept) {
  const PenaltyRow& row = kept.row;
  return {.reference = row.reference,
          .version = row.version,
          .agreement = row.agreement,
          .agreement_version = row.agreement_version,
          .customer = kept.customer,
          .closure = row.closure,
          .kind = row.kind,
          .clause = row.clause,
          .target = row.target,
          .ticket = row.ticket,
          .period = row.period,
          .due_in = row.due_in,
          .nature = row.nature,
          .currency = row.currency,
          .computed_minor = row.computed_minor,
          .amount_minor = row.amount_minor,
          .regularises = row.regularises,
          .state = row.state,
          .steps = {}};
}

/// The steps that the caller may see: all, or from the first proposal on.
std::vector<PenaltyStepView> steps_seen(Connection& rows, Key<PenaltyRow> penalty, bool sees_all) {
  std::vector<PenaltyStepView> seen;
  for (const PenaltyStepRow& step : steps_of(rows, penalty)) {
    if (!sees_all && seen.empty() && step.state != PenaltyState::proposed) continue;
    seen.push_back({.state = step.state,
                    .side = step.side,
                    .at = step.at,
                    .amount_minor = step.amount_minor,
                    .settled_by = from_key<Settlement>(step.settled_by),
                    .reason = step.reason});
  }
  return seen;
}

/// With its steps; none when it was not proposed and the caller does not read penalties.
std::optional<PenaltyView> seen_by(Connection& rows, const Caller& caller,
                                   const KeptPenalty& kept) {
  const bool sees_all =
      caller.rights.scope_of(Permission::read_penalties).covers({.customer = kept.row.customer});
  PenaltyView view = view_of(kept);
  view.steps = steps_seen(rows, kept.key, sees_all);
  if (view.steps.empty()) return std::nullopt;
  return view;
}

/// Whether `amount` lies between 0 and `computed`, which may be negative.
bool is_within(std::int64_t amount, std::int64_t computed) {
  return amount >= std::min<std::int64_t>(0, computed) &&
         amount <= std::max<std::int64_t>(0, computed);
}

/// What stands after the step.
Outcome<std::int64_t> amount_after(const PenaltyRow& row, const StepOfPenalty& asked) {
  const bool may_say = asked.state == PenaltyState::proposed || asked.state == PenaltyState::agreed;
  const std::int64_t amount = asked.amount_minor.value_or(row.amount_minor);
  if (asked.amount_minor && (!may_say || !is_within(amount, row.computed_minor))) {
    return refused(Refusal::penalty_amount_malformed,
                   {{"most", std::to_string(row.computed_minor)}});
  }
  return asked.state == PenaltyState::waived ? 0 : amount;
}

std::string word_in_both(PenaltyState state) { return std::string{key_of(state)}; }

}  // namespace

Outcome<PenaltyView> say_of_penalty(Desk& desk, const Addressed& at, ClosureSide side,
                                    const StepOfPenalty& asked) {
  const auto kept = penalty_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  const bool is_seen =
      kept && (side != ClosureSide::customer || !steps_seen(desk.rows(), kept->key, false).empty());
  if (!is_seen) return refused(Refusal::not_found);
  const PenaltyRow& row = kept->row;
  if (at.version && row.version != at.version) {
    return refused(Refusal::version_changed,
                   {{"now", std::to_string(row.version)}, {"asked", std::to_string(*at.version)}});
  }
  const auto reason = reason_from(asked.reason);
  if (!reason) return reason_refused();
  if (!may_follow(row.state, asked.state, side)) {
    return refused(Refusal::penalty_step_impossible,
                   {{"from", word_in_both(row.state)}, {"to", word_in_both(asked.state)}});
  }
  const auto amount = amount_after(row, asked);
  if (!amount) return amount.error();
  const bool is_settled = asked.state == PenaltyState::settled;
  if (is_settled != asked.settled_by.has_value()) return refused(Refusal::settlement_missing);
  Act& act = desk.open(ActWord::penalty_moved, Thing::penalty, row.reference);
  take_step(act, kept->key, row,
            {.state = asked.state,
             .side = side,
             .account = desk.caller().account,
             .amount_minor = *amount,
             .settled_by = asked.settled_by ? std::string{key_of(*asked.settled_by)} : "",
             .reason = *reason});
  const auto now = penalty_by_reference(desk.rows(), desk.scope(), row.reference);
  return *seen_by(desk.rows(), desk.caller(), *now);
}

Outcome<PenaltyView> penalty(const Look& look, std::string_view reference) {
  const auto kept = penalty_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  auto view = seen_by(look.rows, look.caller, *kept);
  if (!view) return refused(Refusal::not_found);
  return *std::move(view);
}

Outcome<std::string> penalty_derivation(const Look& look, std::string_view reference) {
  auto kept = penalty_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  return kept->row.derivation.empty() ? std::string{"{}"} : std::move(kept->row.derivation);
}

Outcome<ListPage<PenaltyView>> penalties(const Look& look, const ListAsked& asked,
                                         const CustomerFilter& filter) {
  const auto scope = scope_narrowed(look, filter.customer);
  if (!scope) return scope.error();
  const std::string list = list_of_customer("penalties", filter.customer);
  PenaltiesAsked rows{.after = 0,
                      .most = asked.most + 1,
                      .unproposed = look.caller.rights.scope_of(Permission::read_penalties)};
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    rows.after = whole_in(place->front());
  }
  const auto found = penalties_after(look.rows, *scope, rows);
  ListPage<PenaltyView> page;
  for (const KeptPenalty& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      page.next =
          cursor_of(list, std::vector{std::to_string(found[page.items.size() - 1].key.value)});
      break;
    }
    page.items.push_back(view_of(each));
  }
  return page;
}

}  // namespace vigie
