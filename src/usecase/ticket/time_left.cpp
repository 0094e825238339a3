#include "usecase/ticket/time_left.h"

#include <algorithm>

#include "engine/calendar/hours_questions.h"

namespace vigie {

namespace {

/// In whose hours a clock runs.
struct ClockHours {
  const HoursIndex& index;
  bool is_in_days = false;  // its target is told on the wall clock
};

std::optional<ClockHours> hours_of(const TicketClockRow& clock, const TermsInForce& terms) {
  const auto agreement = terms.version_called(clock.agreement, clock.agreement_version);
  if (!agreement) return std::nullopt;
  const std::vector<Commitment>& all = terms.terms.agreement(*agreement).commitments;
  const auto found = std::ranges::find(all, clock.commitment, &Commitment::id);
  if (found == all.end()) return std::nullopt;
  const auto commitment = static_cast<std::uint32_t>(found - all.begin());
  const Value site{terms.names.columns().find(clock.hours_site)};
  return ClockHours{.index = terms.terms.hours(*agreement, commitment, site),
                    .is_in_days = !std::holds_alternative<ServiceDuration>(found->within)};
}

std::int64_t in_seconds(Duration left) {
  return std::chrono::floor<std::chrono::seconds>(left).count();
}

/// Open time from `at` to `due`; less than nothing when it has passed.
std::int64_t left_at(const HoursIndex& hours, Instant at, Instant due) {
  return in_seconds(at <= due ? hours.between(at, due) : -hours.between(due, at));
}

void tell_running(const ClockHours& hours, Instant started_at, Instant due, Instant as_of,
                  ClockView& view) {
  if (hours.is_in_days) {
    view.left_at = started_at;
    view.left_seconds = in_seconds(due - started_at);
  } else if (hours.index.is_open(as_of)) {
    const auto opened = prev_opening(hours.index, as_of + Duration{1});
    view.left_at = std::max(started_at, opened.value_or(started_at));
    view.left_seconds = left_at(hours.index, *view.left_at, due);
    view.changes_at = next_closing(hours.index, as_of);
  } else {
    view.left_seconds = left_at(hours.index, as_of, due);
    view.changes_at = next_opening(hours.index, as_of);
  }
}

}  // namespace

void tell_what_is_left(const TicketClockRow& clock, const TermsInForce& terms, Instant as_of,
                       ClockView& view) {
  const bool may_be_late = clock.verdict == Verdict::pending || clock.verdict == Verdict::breached;
  if (clock.ended_at || !may_be_late) return;
  if (clock.state == ClockState::paused) {
    view.left_seconds = in_seconds(clock.target - clock.elapsed);
    return;
  }
  const std::optional<Instant> due = clock.breached_at ? clock.breached_at : clock.due_at;
  const auto hours = hours_of(clock, terms);
  if (due && hours) tell_running(*hours, clock.started_at, *due, as_of, view);
}

}  // namespace vigie
