// The sentences of a penalty's derivation.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST LedgerStepWord
#define VIGIE_LIST_WORDS "vocabulary/ledger_step.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST LedgerTopic
#define VIGIE_LIST_WORDS "vocabulary/ledger_topic.def"
#include "vocabulary/list.inc"
