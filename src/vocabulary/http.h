// The closed lists of the API's door: methods, limits of every input, and what is refused.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Method
#define VIGIE_LIST_WORDS "vocabulary/method.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST LimitUnit
#define VIGIE_LIST_WORDS "vocabulary/limit_unit.def"
#include "vocabulary/list.inc"

namespace vigie {

/// One line of limit.def has its usual value and its unit after its words. Source: design S8.
enum class Limit : std::uint8_t {
#define WORD(key, en, fr, meaning, value, unit) key,
#include "vocabulary/limit.def"
#undef WORD
};

template <>
struct Vocabulary<Limit> {
  static constexpr Word words[] = {
#define WORD(key, en, fr, meaning, value, unit) {#key, en, fr, meaning},
#include "vocabulary/limit.def"
#undef WORD
  };
};

struct LimitValue {
  std::int64_t usual;
  LimitUnit unit;
};

inline constexpr LimitValue limit_values[] = {
#define WORD(key, en, fr, meaning, value, unit) {value, LimitUnit::unit},
#include "vocabulary/limit.def"
#undef WORD
};

/// One line of refusal.def has its HTTP status after its words. Source: design S7.
enum class Refusal : std::uint8_t {
#define WORD(key, en, fr, meaning, status) key,
#include "vocabulary/refusal.def"
#undef WORD
};

template <>
struct Vocabulary<Refusal> {
  static constexpr Word words[] = {
#define WORD(key, en, fr, meaning, status) {#key, en, fr, meaning},
#include "vocabulary/refusal.def"
#undef WORD
  };
};

inline constexpr std::uint16_t refusal_statuses[] = {
#define WORD(key, en, fr, meaning, status) status,
#include "vocabulary/refusal.def"
#undef WORD
};

constexpr int status_of(Refusal refusal) {
  return refusal_statuses[static_cast<std::size_t>(refusal)];
}

}  // namespace vigie
