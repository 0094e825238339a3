// YAML written line by line, in the order in which it is told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/words.h"

namespace vigie {

/// A scalar that reads back as the same raw text, quoted when it must be.
std::string yaml_scalar(std::string_view text);

class YamlText {
 public:
  /// "key: text"; nothing when the text is empty.
  void scalar(std::string_view key, std::string_view text);
  /// "key: [a, b]"; nothing when the list is empty.
  void list(std::string_view key, const std::vector<std::string>& texts);
  /// "key:" and what follows inside it, until `close`; nothing is written for an empty mapping.
  void open(std::string_view key);
  void close() { headings_.pop_back(); }
  /// "- " before the next line inside it, until `close`.
  void open_item();

  const std::string& text() const { return text_; }

 private:
  struct Heading {
    std::string key;
    bool is_item = false;
    bool is_written = false;
  };
  void line(std::string_view key, std::string_view value);
  void write_headings();

  std::string text_;
  std::vector<Heading> headings_;
};

/// "key: word" of a closed list; nothing when it is what an agreement without it says.
template <class List>
void write_word(YamlText& yaml, std::string_view key, List value, List by_default) {
  if (value != by_default) yaml.scalar(key, key_of(value));
}

}  // namespace vigie
