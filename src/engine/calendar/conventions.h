// The choices on which calendars of the field differ; the defaults are ours.
#pragma once

#include "engine/base/instant.h"
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

/// How questions to a calendar are answered where the field differs. Source: design T5, T6.
struct AnswerConventions {
  DeadlineAtClose at_close = DeadlineAtClose::close;
  BackwardAtOpen backward_at_open = BackwardAtOpen::open;
  CloseInstant close_instant = CloseInstant::closed;
  ZeroAdd zero_add = ZeroAdd::snap;
  ReversedInterval reversed = ReversedInterval::zero;
  NoOpenTime no_open_time = NoOpenTime::null;
  AddDays add_days = AddDays::keep_snap;
  DaysBetween days_between = DaysBetween::exclusive_end;
  PauseClock pause_clock = PauseClock::business;
  RoundingOfInstants rounding = RoundingOfInstants::none;
  Duration zero_reported_as{0};  // some store a second instead of nothing

  friend bool operator==(const AnswerConventions&, const AnswerConventions&) = default;
};

}  // namespace vigie
