// Points and lengths of time. Instants are UTC; civil time exists only inside calendars.
#pragma once

#include <chrono>

namespace vigie {

using Duration = std::chrono::microseconds;
/// A point on the world's clock, in UTC microseconds. Source: design T1.
using Instant = std::chrono::sys_time<Duration>;
/// A day of a wall calendar, in no zone yet.
using CivilDay = std::chrono::local_days;
/// A reading of a wall clock, in no zone yet.
using CivilTime = std::chrono::local_time<Duration>;

/// First and last instants that are understood: 1970-01-01 (included) to 2200-01-01 (excluded).
inline constexpr Instant first_instant{};
inline constexpr Instant last_instant{
    std::chrono::sys_days{std::chrono::year{2200} / std::chrono::January / 1}};

constexpr bool is_understood(Instant at) { return at >= first_instant && at < last_instant; }

/// Half-open: `from` is inside, `to` is not. Empty when `to <= from`.
struct Interval {
  Instant from;
  Instant to;

  constexpr bool is_empty() const { return to <= from; }
  constexpr Duration length() const { return is_empty() ? Duration{0} : to - from; }
  constexpr bool covers(Instant at) const { return from <= at && at < to; }
  friend constexpr bool operator==(const Interval&, const Interval&) = default;
};

/// The part that two intervals share; empty when they share none.
constexpr Interval shared_part(Interval a, Interval b) {
  return {a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to};
}

}  // namespace vigie
