// For whom a note is.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Audience
#define VIGIE_LIST_WORDS "vocabulary/audience.def"
#include "vocabulary/list.inc"
