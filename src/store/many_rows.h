// Statements for many rows at once: what is kept for one is asked for one, the rest fifty by fifty.
#pragma once

#include <string>

#include "store/database/fields.h"

namespace vigie {

inline constexpr std::size_t rows_at_once = 50;

/// "($1, ..., $n)".
inline std::string placeholders(std::size_t first, std::size_t count) {
  std::string text = "(";
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "$" : ", $") + std::to_string(first + i);
  }
  return text + ")";
}

/// "insert into TABLE (...) values ($1, ...), ($15, ...)", for `count` rows.
template <class Row>
std::string insert_many(std::string_view table, std::size_t count) {
  std::string text = insert_statement<Row>(table);
  for (std::size_t i = 1; i < count; ++i) {
    text += ", " + placeholders(i * field_count<Row>() + 1, field_count<Row>());
  }
  return text;
}

}  // namespace vigie
