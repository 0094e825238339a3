#include "usecase/typed_text.h"

#include <algorithm>

#include "engine/base/text.h"

namespace vigie {

namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<std::string> reference_from(std::string_view text) {
  constexpr std::size_t longest = 64;
  const bool is_one =
      !text.empty() && text.size() <= longest && is_letter_or_digit(text.front()) &&
      std::ranges::all_of(text, [](char c) { return c == '-' || is_letter_or_digit(c); });
  if (!is_one) return std::nullopt;
  std::string reference{text};
  std::ranges::transform(reference, reference.begin(), lower);
  return reference;
}

std::string in_capitals(std::string_view reference) {
  std::string text{reference};
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::optional<std::string> name_from(std::string_view text) {
  constexpr std::size_t longest = 200;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
  const bool has_controls =
      std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
  if (has_controls || first_byte_not_utf8(name) || characters_in(name) > longest) {
    return std::nullopt;
  }
  return std::string{name};
}

std::string reference_made_of(std::string_view name) {
  std::string reference;
  for (const char c : plain_form(name)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_kept) reference += c;
    if (!is_kept && !reference.empty() && reference.back() != '-') reference += '-';
  }
  while (reference.ends_with('-')) reference.pop_back();
  return reference;
}

}  // namespace vigie
