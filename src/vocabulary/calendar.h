// Words of calendars: the conventions by which others count (their defaults come first).
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST DeadlineAtClose
#define VIGIE_LIST_WORDS "vocabulary/deadline_at_close.def"
#include "vocabulary/list.inc"
