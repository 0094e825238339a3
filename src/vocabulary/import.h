// Words of foreign exports: how their bytes spell text, and how their rows are read.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Encoding
#define VIGIE_LIST_WORDS "vocabulary/encoding.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST SourceFormat
#define VIGIE_LIST_WORDS "vocabulary/source_format.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST RowOrder
#define VIGIE_LIST_WORDS "vocabulary/row_order.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST RowChoice
#define VIGIE_LIST_WORDS "vocabulary/row_choice.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Unmapped
#define VIGIE_LIST_WORDS "vocabulary/unmapped.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Winner
#define VIGIE_LIST_WORDS "vocabulary/winner.def"
#include "vocabulary/list.inc"
