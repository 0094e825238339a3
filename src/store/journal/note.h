// What someone said beside a sealed row: a text that may be erased. Its salted digest stays.
#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "store/journal/seal_maker.h"

namespace vigie {

/// Columns of a row that has a note, its last ones but for later fields: digest, text, salt.
struct SealedNote {
  std::optional<Bytes> digest;
  std::optional<std::string> text;
  std::optional<Bytes> salt;
};

/// Nothing for an empty text.
inline SealedNote sealed_note(const SealingKey& key, const std::string& text) {
  if (text.empty()) return {};
  const Bytes salt = made_salt();
  return {.digest = salted_digest(key, salt, {text}), .text = text, .salt = salt};
}

/// Sets the columns of a row to those of `note`.
template <class Row>
void put_note(Row& row, SealedNote note) {
  row.note_digest = std::move(note.digest);
  row.note = std::move(note.text);
  row.note_salt = std::move(note.salt);
}

/// The fields of a row with a note that its seal covers: all but the text and the salt, and but for
/// the `later` ones, which `later_fields_of` tells.
template <std::size_t later = 0, class... Fields>
constexpr auto without_note(const std::tuple<Fields...>& fields) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::tuple{std::get<I>(fields)...};
  }(std::make_index_sequence<sizeof...(Fields) - 2 - later>{});
}

template <class Row>
concept HasNote = requires(const Row& row) {
  row.note;
  row.note_salt;
  row.note_digest;
};

}  // namespace vigie
