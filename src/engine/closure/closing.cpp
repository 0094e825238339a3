#include "engine/closure/closing.h"

#include <algorithm>

#include "engine/closure/regularise.h"

namespace vigie {

namespace {

std::vector<std::string> ids_of(const Terms& terms) {
  std::vector<std::string> ids;
  for (const Agreement& agreement : terms.agreements()) {
    if (std::ranges::find(ids, agreement.id) == ids.end()) ids.push_back(agreement.id);
  }
  return ids;
}

/// What the closing of the period books: what moved in those closed before.
Regularised booked(const ClosingRequest& request) {
  std::vector<Closure> earlier = request.closures;
  std::erase_if(earlier, [&](const Closure& one) { return one.period == request.period; });
  return regularise({.closures = earlier,
                     .evaluation = request.evaluation,
                     .terms = request.terms,
                     .names = request.names,
                     .histories = request.histories,
                     .ledger = &request.ledger});
}

void book(const Regularised& regularised, Closure& closure) {
  for (const Regularisation& one : regularised.figures) {
    if (one.agreement == closure.agreement && one.booked_in == closure.period) {
      closure.regularised.push_back(one);
    }
  }
  for (const AmountRegularisation& one : regularised.amounts) {
    if (one.agreement == closure.agreement && one.booked_in == closure.period) {
      closure.regularised_amounts.push_back(one);
    }
  }
}

std::string later_than(const Closure& held, const std::vector<Closure>& closures) {
  for (const Closure& later : closures) {
    if (later.agreement != held.agreement) continue;
    const bool rests = std::ranges::any_of(
        later.regularised, [&](const Regularisation& one) { return one.period == held.period; });
    if (rests) return later.period;
  }
  return {};
}

void replace(const Closure& held, const std::vector<Closure>& closures, PeriodClosing& closing) {
  closing.held = &held;
  closing.moved = moved_figures(held, closing.closure);
  closing.later = later_than(held, closures);
  closing.closure.revision = held.revision + 1;
  closing.closure.reopens = held.digest;
}

}  // namespace

std::vector<PeriodClosing> closings_of(const ClosingRequest& request) {
  const Regularised regularised = booked(request);
  std::vector<PeriodClosing> closings;
  for (const std::string& id : ids_of(request.terms)) {
    PeriodClosing closing{.closure = close({.evaluation = request.evaluation,
                                            .terms = request.terms,
                                            .names = request.names,
                                            .ledger = &request.ledger,
                                            .known_at = request.known_at,
                                            .agreement = id,
                                            .period = request.period})};
    if (closing.closure.targets.empty()) continue;
    closing.is_running = std::ranges::any_of(
        closing.closure.targets,
        [](const ClosedTarget& target) { return target.attainment.provisional; });
    book(regularised, closing.closure);
    const auto held = std::ranges::find_if(request.closures, [&](const Closure& one) {
      return one.agreement == id && one.period == request.period;
    });
    if (held != request.closures.end()) replace(*held, request.closures, closing);
    closings.push_back(std::move(closing));
  }
  return closings;
}

}  // namespace vigie
