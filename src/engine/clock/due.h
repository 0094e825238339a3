// When a promise falls due, given what has been counted and what pauses moved. Design T6.
#pragma once

#include <optional>
#include <vector>

#include "engine/clock/leg.h"
#include "engine/ticket/timeline.h"

namespace vigie {

/// What a clock knows when it asks for its due instant: it has run from `start`, and runs again
/// from `resumed_at` on.
struct DueRequest {
  const Leg& leg;  // with a commitment
  const Timeline& timeline;
  Value carried_date;  // name of the date, for a promise by a date of the ticket
  Instant start;
  Instant resumed_at;
  Duration counted{};                   // open time counted before `resumed_at`
  const std::vector<Interval>& pauses;  // those before `resumed_at`, in order
};

/// None when the calendar has no open time ahead, or the ticket carries no such date.
/// A duration is due when its open time is used up after `resumed_at`; business days move by the
/// business days of each pause, a calendar duration by its wall-clock time, a carried date does not
/// move unless its clause says so. Never before `resumed_at` for a duration.
std::optional<Instant> due_of(const DueRequest& request);

/// Wall-clock length of `pauses`.
Duration length_of(const std::vector<Interval>& pauses);

}  // namespace vigie
