// Questions to a compiled calendar, both ways in time, under the conventions of the field.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/instant.h"
#include "engine/calendar/conventions.h"
#include "engine/calendar/hours_index.h"

namespace vigie {

/// Forward, the deadline of a budget; backward (`by` negative), the latest instant from which as
/// much open time leads to `from`. None when there is not that much open time in 1970-2200.
std::optional<Instant> add_open_time(const HoursIndex& hours, Instant from, Duration by,
                                     const AnswerConventions& conventions = {});

/// Open time between two instants; with `negative` or `swap` also when `to < from`.
Duration open_time_between(const HoursIndex& hours, Instant from, Instant to,
                           const AnswerConventions& conventions = {});

bool is_open(const HoursIndex& hours, Instant at, const AnswerConventions& conventions);
std::optional<Instant> next_open(const HoursIndex& hours, Instant at,
                                 const AnswerConventions& conventions);
/// `at` if open or just closed, else the last closing before it.
std::optional<Instant> prev_open(const HoursIndex& hours, Instant at,
                                 const AnswerConventions& conventions = {});

// Transitions strictly after or before `at`, even while open. The bounds of what is understood
// (1970 and 2200) are none.
std::optional<Instant> next_opening(const HoursIndex& hours, Instant at);
std::optional<Instant> next_closing(const HoursIndex& hours, Instant at);
std::optional<Instant> prev_opening(const HoursIndex& hours, Instant at);
std::optional<Instant> prev_closing(const HoursIndex& hours, Instant at);

/// Which open intervals to list, cut at `from` and `until`.
struct PeriodsRequest {
  Instant from;
  bool backward = false;
  std::optional<Instant> until = {};
  std::size_t most = 10'000;
};

/// Open intervals from `from` on; backward, those before it, latest first.
std::vector<Interval> open_periods(const HoursIndex& hours, const PeriodsRequest& request);

}  // namespace vigie
