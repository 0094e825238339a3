// Sentences that say why a figure is what it is, and the words of dates.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Explanation
#define VIGIE_LIST_WORDS "vocabulary/explanation.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Weekday
#define VIGIE_LIST_WORDS "vocabulary/weekday.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Month
#define VIGIE_LIST_WORDS "vocabulary/month.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST FullMonth
#define VIGIE_LIST_WORDS "vocabulary/full_month.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST FullWeekday
#define VIGIE_LIST_WORDS "vocabulary/full_weekday.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PromisedKind
#define VIGIE_LIST_WORDS "vocabulary/promised_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST TicketFinding
#define VIGIE_LIST_WORDS "vocabulary/ticket_finding.def"
#include "vocabulary/list.inc"
