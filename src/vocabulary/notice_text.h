// The words of messages about notices, and what may stand in templates for them.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST NoticeText
#define VIGIE_LIST_WORDS "vocabulary/notice_text.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST NoticePlaceholder
#define VIGIE_LIST_WORDS "vocabulary/notice_placeholder.def"
#include "vocabulary/list.inc"
