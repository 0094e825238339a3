// Words of closed periods and of what is learnt after their closure.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST RegularisationCause
#define VIGIE_LIST_WORDS "vocabulary/regularisation_cause.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ReopeningStep
#define VIGIE_LIST_WORDS "vocabulary/reopening_step.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ClosureSide
#define VIGIE_LIST_WORDS "vocabulary/closure_side.def"
#include "vocabulary/list.inc"
