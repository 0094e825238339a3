// Words of disputes. Design J9.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST DisputeAbout
#define VIGIE_LIST_WORDS "vocabulary/dispute_about.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DisputeWord
#define VIGIE_LIST_WORDS "vocabulary/dispute_word.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DisputeState
#define VIGIE_LIST_WORDS "vocabulary/dispute_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DisputeSide
#define VIGIE_LIST_WORDS "vocabulary/dispute_side.def"
#include "vocabulary/list.inc"
