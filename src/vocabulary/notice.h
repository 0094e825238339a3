// The closed lists of warnings and notices, and of the sources of facts.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST WarningTrigger
#define VIGIE_LIST_WORDS "vocabulary/warning_trigger.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST RecipientKind
#define VIGIE_LIST_WORDS "vocabulary/recipient_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST NoticeChannel
#define VIGIE_LIST_WORDS "vocabulary/notice_channel.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DeliveryState
#define VIGIE_LIST_WORDS "vocabulary/delivery_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST EmailChoice
#define VIGIE_LIST_WORDS "vocabulary/email_choice.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST SourceKind
#define VIGIE_LIST_WORDS "vocabulary/source_kind.def"
#include "vocabulary/list.inc"
