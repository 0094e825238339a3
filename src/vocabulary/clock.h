// Words of judgement.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Verdict
#define VIGIE_LIST_WORDS "vocabulary/verdict.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ClockState
#define VIGIE_LIST_WORDS "vocabulary/clock_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Treatment
#define VIGIE_LIST_WORDS "vocabulary/treatment.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Standing
#define VIGIE_LIST_WORDS "vocabulary/standing.def"
#include "vocabulary/list.inc"
