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
