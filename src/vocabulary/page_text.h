// Sentences of scorecards and of what commands say to people.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST PageText
#define VIGIE_LIST_WORDS "vocabulary/page_text.def"
#include "vocabulary/list.inc"
