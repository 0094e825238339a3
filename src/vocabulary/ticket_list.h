// Words by which a list of tickets is asked for.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST TicketOrder
#define VIGIE_LIST_WORDS "vocabulary/ticket_order.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST TicketShown
#define VIGIE_LIST_WORDS "vocabulary/ticket_shown.def"
#include "vocabulary/list.inc"
