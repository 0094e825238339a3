// The closed list of what may be wrong with a JSON document.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST JsonFaultKind
#define VIGIE_LIST_WORDS "vocabulary/json_fault.def"
#include "vocabulary/list.inc"
