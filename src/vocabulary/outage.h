// Words of outages and of availability. Design F5, J13.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST OutageStart
#define VIGIE_LIST_WORDS "vocabulary/outage_start.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST OutageEnd
#define VIGIE_LIST_WORDS "vocabulary/outage_end.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST UnknownTime
#define VIGIE_LIST_WORDS "vocabulary/unknown_time.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Composition
#define VIGIE_LIST_WORDS "vocabulary/composition.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST OutageWord
#define VIGIE_LIST_WORDS "vocabulary/outage_word.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST LeftOut
#define VIGIE_LIST_WORDS "vocabulary/left_out.def"
#include "vocabulary/list.inc"
