// Words of calendars: the conventions by which others count (their defaults come first).
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST DeadlineAtClose
#define VIGIE_LIST_WORDS "vocabulary/deadline_at_close.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DstGap
#define VIGIE_LIST_WORDS "vocabulary/dst_gap.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DstFold
#define VIGIE_LIST_WORDS "vocabulary/dst_fold.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DayLength
#define VIGIE_LIST_WORDS "vocabulary/day_length.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST HolidayScope
#define VIGIE_LIST_WORDS "vocabulary/holiday_scope.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST BackwardAtOpen
#define VIGIE_LIST_WORDS "vocabulary/backward_at_open.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST CloseInstant
#define VIGIE_LIST_WORDS "vocabulary/close_instant.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ZeroAdd
#define VIGIE_LIST_WORDS "vocabulary/zero_add.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ReversedInterval
#define VIGIE_LIST_WORDS "vocabulary/reversed_interval.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PauseClock
#define VIGIE_LIST_WORDS "vocabulary/pause_clock.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST AddDays
#define VIGIE_LIST_WORDS "vocabulary/add_days.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DaysBetween
#define VIGIE_LIST_WORDS "vocabulary/days_between.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST NoOpenTime
#define VIGIE_LIST_WORDS "vocabulary/no_open_time.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST RoundingOfInstants
#define VIGIE_LIST_WORDS "vocabulary/rounding_of_instants.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Frequency
#define VIGIE_LIST_WORDS "vocabulary/frequency.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Skip
#define VIGIE_LIST_WORDS "vocabulary/skip.def"
#include "vocabulary/list.inc"
