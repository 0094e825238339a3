#include "engine/clock/due.h"

#include <algorithm>

#include "engine/calendar/business_days.h"
#include "engine/calendar/calendar_span.h"

namespace vigie {

namespace {

std::optional<Instant> due_of_duration(const DueRequest& request, const ServiceDuration& promise) {
  const Duration left = promise.budget - request.counted;
  if (left < Duration{0}) return request.resumed_at;
  return request.leg.hours->deadline(request.resumed_at, left, promise.at_close);
}

CivilDay day_of(const Zone& zone, Instant at) {
  return std::chrono::floor<std::chrono::days>(zone.civil(at));
}

/// Each pause moves the promise by the business days between its two local dates.
std::optional<Instant> due_of_days(const DueRequest& request, const BusinessDays& promise) {
  const HoursIndex& hours = *request.leg.hours;
  std::int64_t moved = 0;
  for (const Interval& pause : request.pauses) {
    moved += business_days_between(hours, day_of(hours.zone(), pause.from),
                                   day_of(hours.zone(), pause.to));
  }
  return due_in_business_days(
      hours, request.start,
      {.days = promise.days + static_cast<int>(moved),
       .by = promise.by,
       .at = promise.at,
       .cut_off = promise.cut_off,
       .received_outside_next_opening = promise.received_outside_next_opening});
}

/// Counted by the law, what pauses add is added to the receipt: the due day stays a whole day.
std::optional<Instant> due_of_span(const DueRequest& request, const CalendarSpan& promise) {
  const SpanRule rule{
      .days = promise.days, .months = promise.months, .legal_count = promise.legal_count};
  const Duration paused = length_of(request.pauses);
  if (promise.legal_count) {
    return due_after_span(*request.leg.hours, request.start + paused, rule);
  }
  const auto due = due_after_span(*request.leg.hours, request.start, rule);
  return due ? std::optional{*due + paused} : std::nullopt;
}

/// The date in force at `resumed_at`: the last one that was set by then.
std::optional<Instant> carried_date(const DueRequest& request) {
  std::optional<Instant> date;
  for (const CarriedDateMark& mark : request.timeline.dates) {
    if (mark.name != request.carried_date) continue;
    if (mark.at > request.resumed_at && date) break;
    date = mark.date;
  }
  return date;
}

std::optional<Instant> due_of_date(const DueRequest& request, const CarriedDate& promise) {
  auto date = carried_date(request);
  if (!date) return std::nullopt;
  if (promise.end_of_day) date = end_of_day(request.leg.hours->zone(), *date);
  if (promise.pause_moves) *date += length_of(request.pauses);
  return date;
}

}  // namespace

Duration length_of(const std::vector<Interval>& pauses) {
  Duration sum{};
  for (const Interval& pause : pauses) sum += pause.length();
  return sum;
}

std::optional<Instant> due_of(const DueRequest& request) {
  const Within& within = request.leg.commitment->within;
  if (const auto* duration = std::get_if<ServiceDuration>(&within)) {
    return due_of_duration(request, *duration);
  }
  if (const auto* days = std::get_if<BusinessDays>(&within)) {
    return due_of_days(request, *days);
  }
  if (const auto* span = std::get_if<CalendarSpan>(&within)) {
    return due_of_span(request, *span);
  }
  return due_of_date(request, std::get<CarriedDate>(within));
}

}  // namespace vigie
