// The closed lists of the platform: databases, who may do what.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Dialect
#define VIGIE_LIST_WORDS "vocabulary/dialect.def"
#include "vocabulary/list.inc"
