// The clauses of an agreement's document, described once: the reader, the JSON Schema and the
// reference page all follow this table. Design A7.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "vocabulary/words.h"

namespace vigie {

/// Mappings that have clauses; `none` is no mapping.
enum class ClauseSection : std::uint8_t {
  none,
  agreement,
  between,
  scope,
  in_force,
  life,
  site,
  calendar,
  calendar_version,
  target,
  pauses,
  maintenance,
  cumulated,
  exclusion_rules,
  exclusion,
  agreed_reading,
  charges,
  fee,
  fee_version,
  order,
  penalties,
  penalty_line,
  band,
  at_risk,
  points,
  points_step,
  threshold,
  earn_back,
};

enum class ClauseForm : std::uint8_t {
#define FORM(form, words, examples, schema) form,
#include "notation/agreement_form.def"
#undef FORM
};

struct FormWords {
  std::string_view words;
  std::string_view examples;
  std::string_view schema;  // JSON
};
const FormWords& words_of(ClauseForm form);

struct Clause {
  ClauseSection section;
  std::string_view key;
  ClauseForm form;
  ClauseSection of;             // of nested clauses
  std::span<const Word> words;  // of a closed list
  std::string_view by_default;  // empty: nothing
  std::string_view example;
  std::string_view meaning;
};

/// All of them, by section, in the order of the reference.
std::span<const Clause> agreement_clauses();

/// Name of a section in the schema and the reference.
std::string_view name_of(ClauseSection section);

bool is_clause_of(ClauseSection section, std::string_view key);

/// For `Clauses`: whether the reader may ask for `key`.
template <ClauseSection Section>
bool describes(std::string_view key) {
  return is_clause_of(Section, key);
}

}  // namespace vigie
