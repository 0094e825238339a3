#include "engine/outlook/warning.h"

#include <algorithm>

#include "engine/base/require.h"
#include "engine/calendar/hours_questions.h"

namespace vigie {

namespace {

/// What is left of `target` once that share is used up, rounded so that no less than it is used.
Duration left_after(Ratio used, Duration target) {
  const auto left = static_cast<Wide>(used.denominator - used.numerator) * target.count();
  return Duration{static_cast<std::int64_t>(left / used.denominator)};
}

}  // namespace

std::optional<Instant> warning_at(const RunningClock& clock, const WarningPoint& point) {
  require(point.used.has_value() != point.left.has_value(), "a point is one of the two");
  const auto not_before = [&](Instant at) { return std::max(at, clock.running_since); };
  if (point.used) {
    const Duration left = left_after(*point.used, clock.target);
    if (left == Duration{0}) return not_before(clock.due);
    if (clock.is_in_days) return not_before(clock.due - left);
    const auto at = add_open_time(clock.hours, clock.due, -left);
    return at ? std::optional{not_before(*at)} : std::nullopt;
  }
  if (!clock.is_in_days && *point.left >= clock.target) return std::nullopt;
  const auto at = add_open_time(clock.hours, clock.due, -*point.left);
  return at ? std::optional{not_before(*at)} : std::nullopt;
}

}  // namespace vigie
