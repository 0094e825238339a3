// What we refuse in what a person wrote, what surprises in what a person agreed, and how to mend.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST FaultCode
#define VIGIE_LIST_WORDS "vocabulary/fault.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST WarningCode
#define VIGIE_LIST_WORDS "vocabulary/warning.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST CureWord
#define VIGIE_LIST_WORDS "vocabulary/cure.def"
#include "vocabulary/list.inc"
