// The availability of a window of time. Design J13.
#pragma once

#include <vector>

#include "engine/calendar/hours_index.h"
#include "engine/compliance/availability.h"
#include "engine/compliance/availability_down.h"
#include "engine/compliance/availability_time.h"

namespace vigie {

/// Open time of one outage within a window, exclusions taken out.
struct OutagePart {
  std::size_t outage = 0;  // in the line
  DownTime down;
  Duration open{};  // not weighted
};

struct WindowFigure {
  Duration observed{};
  DownTime down;
  std::vector<OutagePart> parts;  // of the outages that have down time there, in order

  AvailabilityFigure figure() const;
};

struct WindowRequest {
  const AvailabilityLine& line;
  const HoursIndex* hours = nullptr;  // null: 24x7
  Interval window;
  const std::vector<Interval>& cut;  // sorted, apart
};

/// T and D of a window: what is cut leaves both. Logarithmic in the outages before the window.
WindowFigure figure_over(const WindowRequest& request);

/// Open time of sorted intervals; null: all of it.
Duration open_time(const HoursIndex* hours, const std::vector<Interval>& intervals);

/// All the figures of `window`, a part of the measured time.
Availability availability_over(const AvailabilityTime& time, const HoursIndex& hours,
                               Interval window);

}  // namespace vigie
