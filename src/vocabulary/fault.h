// What we refuse in what a person wrote, and what surprises in what a person agreed.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST FaultCode
#define VIGIE_LIST_WORDS "vocabulary/fault.def"
#include "vocabulary/list.inc"
