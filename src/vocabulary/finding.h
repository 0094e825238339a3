// What facts show that should be looked at. A finding never stops a run.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST FindingCode
#define VIGIE_LIST_WORDS "vocabulary/finding.def"
#include "vocabulary/list.inc"
