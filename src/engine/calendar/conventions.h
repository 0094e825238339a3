// The choices on which calendars of the field differ; the defaults are ours.
#pragma once

#include "vocabulary/calendar.h"

namespace vigie {

/// How windows written in local time become instants. Source: design T3, T4.
struct EdgeConventions {
  DstGap gap = DstGap::transition;
  DstFold fold_of_opening = DstFold::first;
  DstFold fold_of_closing = DstFold::first;
  DayLength day_length = DayLength::real;
  HolidayScope holiday_scope = HolidayScope::civil_day;

  friend bool operator==(const EdgeConventions&, const EdgeConventions&) = default;
};

}  // namespace vigie
