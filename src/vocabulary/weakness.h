// What is planted in the demo company: what happens, and where it shows.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Weakness
#define VIGIE_LIST_WORDS "vocabulary/weakness.def"
#include "vocabulary/list.inc"
