#include "engine/closure/closure.h"

#include <algorithm>

#include "engine/clock/calculation.h"
#include "engine/closure/counted.h"
#include "engine/closure/figures.h"

namespace vigie {

namespace {

void add_target(const TargetResult& result, const CountedTickets& tickets, const Terms& terms,
                Closure& closure) {
  const Agreement& agreement = terms.agreement(result.agreement);
  if (agreement.id != closure.agreement) return;
  const Commitment& commitment = agreement.commitments[result.commitment];
  for (const Attainment& attainment : result.periods) {
    if (attainment.period != closure.period) continue;
    closure.targets.push_back(
        {.version = agreement.version,
         .target = commitment.id,
         .metric = commitment.metric,
         .statistic = commitment.measurement.statistic,
         .attainment = attainment,
         .tickets = tickets.of(result.agreement, result.commitment, closure.period)});
  }
}

/// Every version given, also one that judged nothing: an amendment signed later is then seen.
void add_versions(const Terms& terms, Closure& closure) {
  for (const Agreement& agreement : terms.agreements()) {
    if (agreement.id != closure.agreement) continue;
    closure.versions.push_back({.version = agreement.version, .digest = agreement.digest});
  }
  std::sort(closure.versions.begin(), closure.versions.end(),
            [](const auto& a, const auto& b) { return a.version < b.version; });
}

}  // namespace

Closure close(const CloseRequest& request) {
  const Evaluation& evaluation = request.evaluation;
  Closure closure{.agreement = request.agreement, .period = request.period};
  closure.basis = {.as_of = evaluation.as_of,
                   .known_at = request.known_at,
                   .zones = request.terms.zones_version(),
                   .calculation = calculation_version,
                   .tickets = evaluation.tickets,
                   .events = evaluation.events};
  add_versions(request.terms, closure);
  const CountedTickets tickets{
      evaluation, request.terms, request.names, {{request.agreement, {request.period}}}};
  for (const TargetResult& result : evaluation.targets) {
    add_target(result, tickets, request.terms, closure);
  }
  std::stable_sort(closure.targets.begin(), closure.targets.end(),
                   [](const auto& a, const auto& b) { return a.version < b.version; });
  if (request.ledger != nullptr) {
    closure.amounts = amounts_of(*request.ledger, request.terms, request.names, request.agreement);
    std::erase_if(closure.amounts, [&](const ClosedAmount& one) {
      const bool is_held = one.state == PenaltyState::held;
      return (is_held ? one.period : one.due_in) != request.period;
    });
  }
  return closure;
}

std::size_t moved_figures(const Closure& a, const Closure& b) {
  const auto same = [](const ClosedTarget& x, const ClosedTarget& y) {
    return x.version == y.version && x.target == y.target && x.tickets == y.tickets &&
           same_attainment(x.attainment, y.attainment);
  };
  const auto missing = [](const auto& list, const auto& other, auto&& is_same) {
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const auto& one) {
      return std::none_of(other.begin(), other.end(),
                          [&](const auto& there) { return is_same(one, there); });
    }));
  };
  const auto equal = [](const ClosedAmount& x, const ClosedAmount& y) { return x == y; };
  return std::max(missing(a.targets, b.targets, same), missing(b.targets, a.targets, same)) +
         std::max(missing(a.amounts, b.amounts, equal), missing(b.amounts, a.amounts, equal));
}

}  // namespace vigie
