// The closed list of what a stream of events tells.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST StreamWord
#define VIGIE_LIST_WORDS "vocabulary/stream_event.def"
#include "vocabulary/list.inc"
