// The closed lists of accounts.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST SpokenLanguage
#define VIGIE_LIST_WORDS "vocabulary/spoken_language.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST AccountState
#define VIGIE_LIST_WORDS "vocabulary/account_state.def"
#include "vocabulary/list.inc"
