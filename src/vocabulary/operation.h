// The closed lists of operation: what travels, what may be wrong with an installation, what is
// said.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Travel
#define VIGIE_LIST_WORDS "vocabulary/travel.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Severity
#define VIGIE_LIST_WORDS "vocabulary/severity.def"
#include "vocabulary/list.inc"

// Why each matters, and what to do: the same keys in the same order.
#define VIGIE_LIST AilmentReason
#define VIGIE_LIST_WORDS "vocabulary/ailment_reason.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST AilmentRemedy
#define VIGIE_LIST_WORDS "vocabulary/ailment_remedy.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST OperationText
#define VIGIE_LIST_WORDS "vocabulary/operation_text.def"
#include "vocabulary/list.inc"

namespace vigie {

/// One line of ailment.def has its severity after its words.
enum class Ailment : std::uint8_t {
#define WORD(key, en, fr, meaning, severity) key,
#include "vocabulary/ailment.def"
#undef WORD
};

template <>
struct Vocabulary<Ailment> {
  static constexpr Word words[] = {
#define WORD(key, en, fr, meaning, severity) {#key, en, fr, meaning},
#include "vocabulary/ailment.def"
#undef WORD
  };
};

constexpr Severity severity_of(Ailment ailment) {
  constexpr Severity severities[] = {
#define WORD(key, en, fr, meaning, severity) Severity::severity,
#include "vocabulary/ailment.def"
#undef WORD
  };
  return severities[static_cast<std::size_t>(ailment)];
}

constexpr std::string_view reason_of(Ailment ailment, Language language) {
  return word_of(static_cast<AilmentReason>(ailment), language);
}

constexpr std::string_view remedy_of(Ailment ailment, Language language) {
  return word_of(static_cast<AilmentRemedy>(ailment), language);
}

/// Whether the three lists have the same keys in the same order.
constexpr bool ailments_are_told() {
  constexpr std::size_t count = std::size(Vocabulary<Ailment>::words);
  bool told = std::size(Vocabulary<AilmentReason>::words) == count &&
              std::size(Vocabulary<AilmentRemedy>::words) == count;
  for (std::size_t i = 0; told && i < count; ++i) {
    told = Vocabulary<Ailment>::words[i].key == Vocabulary<AilmentReason>::words[i].key &&
           Vocabulary<Ailment>::words[i].key == Vocabulary<AilmentRemedy>::words[i].key;
  }
  return told;
}
static_assert(ailments_are_told());

}  // namespace vigie
