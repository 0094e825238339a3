#include "engine/calendar/paused_hours.h"

#include <algorithm>

#include "engine/base/intervals.h"
#include "engine/calendar/hours_questions.h"

namespace vigie {
namespace {

Duration open_time_in(const HoursIndex& hours, const std::vector<Interval>& pauses, Instant end) {
  Duration sum{0};
  for (const Interval& pause : pauses) sum += hours.between(pause.from, std::min(pause.to, end));
  return sum;
}

/// Walks the stretches between pauses until the budget is used.
std::optional<Instant> due_around(const HoursIndex& hours, const PausedBudget& budget,
                                  const AnswerConventions& conventions) {
  if (budget.budget == Duration{0} && conventions.zero_add == ZeroAdd::identity) {
    return budget.start;
  }
  const auto stretches = without({{budget.start, last_instant}}, united(budget.pauses));
  Duration need = budget.budget;
  for (const Interval& stretch : stretches) {
    const auto due = hours.deadline(stretch.from, need, conventions.at_close);
    const bool may_end_there = need > Duration{0} && conventions.at_close == DeadlineAtClose::close;
    if (due && (*due < stretch.to || (may_end_there && *due == stretch.to))) return due;
    need -= hours.between(stretch.from, stretch.to);
  }
  if (conventions.no_open_time == NoOpenTime::wall_clock) return budget.start + budget.budget;
  return std::nullopt;
}

}  // namespace

std::optional<Instant> due_with_pauses(const HoursIndex& hours, const PausedBudget& budget,
                                       const AnswerConventions& conventions) {
  if (conventions.pause_clock == PauseClock::business) {
    return due_around(hours, budget, conventions);
  }
  const auto due = add_open_time(hours, budget.start, budget.budget, conventions);
  if (!due || budget.pauses.empty()) return due;
  if (conventions.pause_clock == PauseClock::business_at_due) {
    Duration paused{0};
    for (const Interval& pause : budget.pauses) paused += hours.between(pause.from, pause.to);
    return add_open_time(hours, *due, paused, conventions);
  }
  Duration paused{0};
  for (const Interval& pause : budget.pauses) paused += pause.to - pause.from;
  return *due + paused;
}

Duration used_with_pauses(const HoursIndex& hours, const PausedBudget& budget, Instant end,
                          const AnswerConventions& conventions) {
  const Duration whole = open_time_between(hours, budget.start, end, conventions);
  switch (conventions.pause_clock) {
    case PauseClock::wall:
      break;
    case PauseClock::business_at_due:
      return whole - open_time_in(hours, budget.pauses, end);
    case PauseClock::business: {
      std::vector<Interval> pauses;
      for (const Interval& pause : united(budget.pauses)) {
        pauses.push_back(shared_part(pause, {budget.start, end}));
      }
      return whole - open_time_in(hours, pauses, end);
    }
  }
  return whole;
}

}  // namespace vigie
