// Words of closed periods and of what is learnt after their closure.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST RegularisationCause
#define VIGIE_LIST_WORDS "vocabulary/regularisation_cause.def"
#include "vocabulary/list.inc"
