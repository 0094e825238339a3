#include "engine/calendar/hours_questions.h"

#include <algorithm>

namespace vigie {
namespace {

/// Of the open interval that holds `at`, or ends last before it; none before the first opening.
std::optional<std::size_t> last_started_before(const HoursIndex& hours, Instant at) {
  if (at <= first_instant) return std::nullopt;
  const std::size_t started = hours.started_by(at - Duration{1});
  return started > 0 ? std::optional{started - 1} : std::nullopt;
}

/// Whether `at` is the first instant of an open interval.
bool opens_at(const HoursIndex& hours, Instant at) {
  return hours.is_open(at) && !hours.is_open(at - Duration{1});
}

bool closes_at(const HoursIndex& hours, Instant at) {
  return !hours.is_open(at) && hours.is_open(at - Duration{1});
}

std::optional<Instant> without_open_time(Instant from, Duration by,
                                         const AnswerConventions& conventions) {
  if (conventions.no_open_time == NoOpenTime::wall_clock) return from + by;
  return std::nullopt;
}

std::optional<Instant> backward(const HoursIndex& hours, Instant from, Duration need,
                                const AnswerConventions& conventions) {
  const Duration open_before = hours.between(first_instant, from);
  if (open_before < need) return std::nullopt;
  // The opening that the sum reaches is the first instant after which `left` time is open.
  const Duration left = open_before - need;
  std::optional<Instant> at = hours.deadline(first_instant, left, DeadlineAtClose::reopen);
  if (!at) return std::nullopt;
  if (conventions.backward_at_open == BackwardAtOpen::previous_close && opens_at(hours, *at)) {
    return prev_closing(hours, *at);
  }
  return at;
}

}  // namespace

std::optional<Instant> add_open_time(const HoursIndex& hours, Instant from, Duration by,
                                     const AnswerConventions& conventions) {
  if (by == Duration{0} && conventions.zero_add == ZeroAdd::identity) return from;
  const auto at = by < Duration{0} ? backward(hours, from, -by, conventions)
                                   : hours.deadline(from, by, conventions.at_close);
  return at ? at : without_open_time(from, by, conventions);
}

Duration open_time_between(const HoursIndex& hours, Instant from, Instant to,
                           const AnswerConventions& conventions) {
  if (to >= from) return hours.between(from, to);
  switch (conventions.reversed) {
    case ReversedInterval::negative:
      return -hours.between(to, from);
    case ReversedInterval::swap:
      return hours.between(to, from);
    case ReversedInterval::zero:
      break;
  }
  return Duration{0};
}

bool is_open(const HoursIndex& hours, Instant at, const AnswerConventions& conventions) {
  return hours.is_open(at) ||
         (conventions.close_instant == CloseInstant::open && closes_at(hours, at));
}

std::optional<Instant> next_open(const HoursIndex& hours, Instant at,
                                 const AnswerConventions& conventions) {
  return is_open(hours, at, conventions) ? std::optional{at} : hours.next_open(at);
}

std::optional<Instant> prev_open(const HoursIndex& hours, Instant at,
                                 const AnswerConventions& conventions) {
  const bool goes_back = conventions.backward_at_open == BackwardAtOpen::previous_close;
  if (is_open(hours, at, conventions) && !(goes_back && opens_at(hours, at))) return at;
  const auto last = last_started_before(hours, at);
  if (!last) return std::nullopt;
  return std::min(hours.interval(*last).to, at);
}

std::optional<Instant> next_opening(const HoursIndex& hours, Instant at) {
  const std::size_t next = at < first_instant ? 0 : hours.started_by(at);
  if (next >= hours.size()) return std::nullopt;
  return hours.interval(next).from;
}

std::optional<Instant> next_closing(const HoursIndex& hours, Instant at) {
  std::size_t i = at < first_instant ? 0 : hours.started_by(at);
  if (i > 0 && hours.interval(i - 1).to > at) --i;
  if (i >= hours.size() || hours.interval(i).to == last_instant) return std::nullopt;
  return hours.interval(i).to;
}

std::optional<Instant> prev_opening(const HoursIndex& hours, Instant at) {
  const auto last = last_started_before(hours, at);
  if (!last || hours.interval(*last).from == first_instant) return std::nullopt;
  return hours.interval(*last).from;
}

std::optional<Instant> prev_closing(const HoursIndex& hours, Instant at) {
  auto last = last_started_before(hours, at);
  if (last && hours.interval(*last).to >= at) {
    last = *last > 0 ? std::optional{*last - 1} : std::nullopt;
  }
  if (!last) return std::nullopt;
  return hours.interval(*last).to;
}

std::vector<Interval> open_periods(const HoursIndex& hours, const PeriodsRequest& request) {
  std::vector<Interval> periods;
  const Instant until = request.until.value_or(request.backward ? first_instant : last_instant);
  const Interval within =
      request.backward ? Interval{until, request.from} : Interval{request.from, until};
  if (within.is_empty()) return periods;
  const std::size_t started = hours.started_by(within.from);
  const std::size_t first = started == 0 ? 0 : started - 1;
  const std::size_t last = hours.started_by(within.to);
  for (std::size_t step = 0; step < last - first && periods.size() < request.most; ++step) {
    const std::size_t i = request.backward ? last - 1 - step : first + step;
    const Interval part = shared_part(hours.interval(i), within);
    if (!part.is_empty()) periods.push_back(part);
  }
  return periods;
}

}  // namespace vigie
