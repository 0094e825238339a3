// Closed lists of words: a key for programs, English and French for people, and what it means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace vigie {

enum class Language : std::uint8_t { en, fr };

struct Word {
  std::string_view key;
  std::string_view en;
  std::string_view fr;
  std::string_view meaning;
};

/// The words of one closed list, in the order of its enumerators. Specialised by list.inc.
template <class List>
struct Vocabulary;

/// An enumerator that C++ reserves ends with an underscore (`signed_`); its key does not.
constexpr std::string_view key_from_enumerator(std::string_view enumerator) {
  return enumerator.ends_with('_') ? enumerator.substr(0, enumerator.size() - 1) : enumerator;
}

/// The spelling in YAML, JSON, SQL and URLs.
template <class List>
constexpr std::string_view key_of(List value) {
  return Vocabulary<List>::words[static_cast<std::size_t>(value)].key;
}

/// The word for people.
template <class List>
constexpr std::string_view word_of(List value, Language language) {
  const Word& word = Vocabulary<List>::words[static_cast<std::size_t>(value)];
  return language == Language::fr ? word.fr : word.en;
}

/// The value spelled `key`; none when the list has no such word.
template <class List>
constexpr std::optional<List> from_key(std::string_view key) {
  for (std::size_t i = 0; i < std::size(Vocabulary<List>::words); ++i) {
    if (Vocabulary<List>::words[i].key == key) return static_cast<List>(i);
  }
  return std::nullopt;
}

}  // namespace vigie
