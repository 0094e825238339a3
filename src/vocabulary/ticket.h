// Words of facts: events, their attributes and effects, phases and roles.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST EventWord
#define VIGIE_LIST_WORDS "vocabulary/event_word.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Attribute
#define VIGIE_LIST_WORDS "vocabulary/attribute.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Effect
#define VIGIE_LIST_WORDS "vocabulary/effect.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Relation
#define VIGIE_LIST_WORDS "vocabulary/relation.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Phase
#define VIGIE_LIST_WORDS "vocabulary/phase.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Role
#define VIGIE_LIST_WORDS "vocabulary/role.def"
#include "vocabulary/list.inc"
