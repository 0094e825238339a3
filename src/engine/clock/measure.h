// The clock itself: pieces of time in, a reading out. Live clock, month close, warning and what-if
// call this one function with another `as_of` or other terms.
#pragma once

#include <vector>

#include "engine/clock/cycle.h"
#include "engine/clock/leg.h"
#include "engine/clock/piece.h"
#include "engine/clock/reading.h"

namespace vigie {

/// Hours of the holder's own agreement (its OLA or UC), for the third measure of held time; none
/// when it has none. Design J2.
class OwnHours {
 public:
  virtual ~OwnHours() = default;
  virtual const HoursIndex* of(const Holder& holder) const = 0;
};

struct MeasureInput {
  const Timeline& timeline;
  const std::vector<Leg>& legs;      // in order; at least one
  const std::vector<Piece>& pieces;  // contiguous from the start of the cycle to its end
  const Cycle& cycle;
  Value carried_date;
  const OwnHours* own_hours = nullptr;
  std::vector<Interval>& pauses;  // storage, cleared first
  bool with_held = true;
  bool with_segments = false;
};

/// What `measure` found, with the leg whose target was passed.
struct Measured {
  Reading reading;
  const Leg* leg = nullptr;  // in force at the end; of the breach, when it stays
  bool applies = false;      // false: no commitment at the end and no breach that stays
  bool has_no_due = false;   // the calendar never opens again, or the date is missing
};

/// Never fails. Linear in the number of pieces, logarithmic in the length of the calendar.
/// Met when counted <= target (strict: <); a breach is dated at the instant the target was passed.
/// Source: design J2, J4, J6.
Measured measure(const MeasureInput& input);

/// What a clock shows at `at` before what starts it has happened: nothing counted, no due instant.
/// Does not apply when `leg` promises nothing.
Measured not_begun(const Leg& leg, Instant at);

}  // namespace vigie
