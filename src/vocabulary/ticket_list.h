// Words by which a list of tickets is asked for, and headed when it is exported.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST TicketColumn
#define VIGIE_LIST_WORDS "vocabulary/ticket_column.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST TicketOrder
#define VIGIE_LIST_WORDS "vocabulary/ticket_order.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST TicketShown
#define VIGIE_LIST_WORDS "vocabulary/ticket_shown.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST SheetText
#define VIGIE_LIST_WORDS "vocabulary/sheet_text.def"
#include "vocabulary/list.inc"
