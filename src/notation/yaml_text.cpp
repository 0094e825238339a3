#include "notation/yaml_text.h"

#include <algorithm>

#include "notation/json/json_writer.h"

namespace vigie {

namespace {

bool is_plain_byte(char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return letter || (byte >= '0' && byte <= '9') ||
         std::string_view{" _./@+-%"}.find(byte) != std::string_view::npos;
}

bool is_null_word(std::string_view text) {
  return text == "null" || text == "Null" || text == "NULL";
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  const bool starts_well = !text.empty() && is_plain_byte(text.front()) && text.front() != ' ' &&
                           text.front() != '-' && text.front() != '%' && text.front() != '@';
  const bool plain = starts_well && text.back() != ' ' && !is_null_word(text) &&
                     std::all_of(text.begin(), text.end(), is_plain_byte);
  if (plain) return std::string{text};
  std::string quoted;
  append_json_string(quoted, text);
  return quoted;
}

void YamlText::scalar(std::string_view key, std::string_view text) {
  if (!text.empty()) line(key, yaml_scalar(text));
}

void YamlText::list(std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  std::string value = "[";
  for (const auto& text : texts) {
    if (value.size() > 1) value += ", ";
    value += yaml_scalar(text);
  }
  line(key, value + "]");
}

void YamlText::open(std::string_view key) { headings_.push_back({.key = std::string{key}}); }

void YamlText::open_item() { headings_.push_back({.key = {}, .is_item = true}); }

void YamlText::line(std::string_view key, std::string_view value) {
  write_headings();
  text_.append(2 * headings_.size(), ' ').append(yaml_scalar(key)).append(": ");
  text_.append(value).append("\n");
}

void YamlText::write_headings() {
  for (std::size_t depth = 0; depth < headings_.size(); ++depth) {
    auto& heading = headings_[depth];
    if (heading.is_written) continue;
    heading.is_written = true;
    text_.append(2 * depth, ' ');
    text_.append(heading.is_item ? std::string{"-"} : yaml_scalar(heading.key) + ":").append("\n");
  }
}

}  // namespace vigie
