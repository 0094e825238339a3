// Words of the reference pages that the program serves.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST ReferenceText
#define VIGIE_LIST_WORDS "vocabulary/reference_text.def"
#include "vocabulary/list.inc"
