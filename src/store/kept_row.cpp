#include "store/kept_row.h"

#include "engine/base/text.h"

namespace vigie {

std::string words_condition(const std::vector<std::string>& words, std::string_view sort,
                            std::vector<Parameter>& values) {
  std::string text;
  for (const std::string& word : words) {
    values.emplace_back(std::string_view{word});
    const std::string pattern = "$" + std::to_string(values.size());
    text += " and (" + std::string{sort} + " like '%' || " + pattern +
            " || '%' or t.reference like " + pattern + " || '%')";
  }
  return text;
}

std::vector<std::string> words_of(std::string_view search) {
  std::vector<std::string> words;
  std::string word;
  // Whatever is no letter nor digit ends a word, so that no word holds a sign of patterns.
  for (const char c : plain_form(search) + " ") {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_of_word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || byte >= 0x80;
    if (is_of_word) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace vigie
