// Words of foreign exports: how their bytes spell text.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Encoding
#define VIGIE_LIST_WORDS "vocabulary/encoding.def"
#include "vocabulary/list.inc"
