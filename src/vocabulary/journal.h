// The closed lists of the journal.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST DamageKind
#define VIGIE_LIST_WORDS "vocabulary/damage_kind.def"
#include "vocabulary/list.inc"
