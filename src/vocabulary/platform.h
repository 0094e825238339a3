// The closed lists of the platform: databases, tables, who may do what, what was done.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Dialect
#define VIGIE_LIST_WORDS "vocabulary/dialect.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Tenancy
#define VIGIE_LIST_WORDS "vocabulary/tenancy.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ActWord
#define VIGIE_LIST_WORDS "vocabulary/act_word.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Door
#define VIGIE_LIST_WORDS "vocabulary/door.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Thing
#define VIGIE_LIST_WORDS "vocabulary/thing.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PartyKind
#define VIGIE_LIST_WORDS "vocabulary/party_kind.def"
#include "vocabulary/list.inc"

namespace vigie {

/// One line of table.def has its tenancy after its words. Every table is there. Source: design S1.
enum class StoreTable : std::uint8_t {
#define WORD(key, en, fr, meaning, tenancy) key,
#include "vocabulary/table.def"
#undef WORD
};

template <>
struct Vocabulary<StoreTable> {
  static constexpr Word words[] = {
#define WORD(key, en, fr, meaning, tenancy) {#key, en, fr, meaning},
#include "vocabulary/table.def"
#undef WORD
  };
};

inline constexpr Tenancy table_tenancies[] = {
#define WORD(key, en, fr, meaning, tenancy) Tenancy::tenancy,
#include "vocabulary/table.def"
#undef WORD
};

constexpr Tenancy tenancy_of(StoreTable table) {
  return table_tenancies[static_cast<std::size_t>(table)];
}

}  // namespace vigie
