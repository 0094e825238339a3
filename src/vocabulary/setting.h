// What whoever runs the program may set, and where a value comes from.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Setting
#define VIGIE_LIST_WORDS "vocabulary/setting.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST SettingOrigin
#define VIGIE_LIST_WORDS "vocabulary/setting_origin.def"
#include "vocabulary/list.inc"
