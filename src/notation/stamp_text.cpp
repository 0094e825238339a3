#include "notation/stamp_text.h"

#include <cstdlib>
#include <string>

#include "notation/scalar_cursor.h"
#include "vocabulary/explanation.h"

namespace vigie {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Length of the letter that begins `text`: ASCII, or Latin with an accent; 0 when it is none.
std::size_t letter_length(std::string_view text) {
  if (text.empty()) return 0;
  const char first = text[0];
  if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) return 1;
  return first == '\xC3' && text.size() > 1 ? 2 : 0;
}

/// Lower case without the accents of French months: "Févr" and "fevr" are the same.
std::string folded_month(std::string_view word) {
  std::string plain;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\xC3' && i + 1 < word.size()) {
      const auto second = static_cast<unsigned char>(word[++i]);
      const bool is_e = second == 0xA9 || second == 0x89;
      const bool is_u = second == 0xBB || second == 0x9B;
      plain += is_e ? 'e' : is_u ? 'u' : '?';
    } else {
      const bool is_upper = word[i] >= 'A' && word[i] <= 'Z';
      plain += is_upper ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
    }
  }
  return plain;
}

std::size_t letters_length(std::string_view text) {
  std::size_t length = 0;
  while (const std::size_t next = letter_length(text.substr(length))) length += next;
  return length;
}

/// Month that `word` names or begins, when only one does; 0 otherwise.
int month_named(const std::string& word) {
  int found = 0;
  int month = 0;
  for (const Word& name : Vocabulary<FullMonth>::words) {
    ++month;
    const std::string en = folded_month(name.en);
    const std::string fr = folded_month(name.fr);
    if (word == en || word == fr) return month;
    if (!en.starts_with(word) && !fr.starts_with(word)) continue;
    if (found != 0) return 0;
    found = month;
  }
  return found;
}

std::size_t blank_length(std::string_view text) {
  if (text.starts_with(' ') || text.starts_with('\t')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  return text.starts_with("\u202F") ? 3 : 0;
}

}  // namespace

std::optional<int> take_number(std::string_view& text, int least, int most) {
  int value = 0;
  int digits = 0;
  while (digits < most && !text.empty() && is_digit(text[0])) {
    value = value * 10 + (text[0] - '0');
    text.remove_prefix(1);
    ++digits;
  }
  if (digits < least) return std::nullopt;
  return value;
}

std::optional<std::chrono::microseconds> take_fraction(std::string_view& text) {
  std::int64_t value = 0;
  int digits = 0;
  while (digits < 9 && !text.empty() && is_digit(text[0])) {
    if (digits < 6) value = value * 10 + (text[0] - '0');
    text.remove_prefix(1);
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  for (int i = digits; i < 6; ++i) value *= 10;
  return std::chrono::microseconds{value};
}

std::optional<int> take_month_name(std::string_view& text) {
  const std::size_t length = letters_length(text);
  if (length < 3) return std::nullopt;
  const int month = month_named(folded_month(text.substr(0, length)));
  if (month == 0) return std::nullopt;
  text.remove_prefix(length);
  if (text.starts_with('.')) text.remove_prefix(1);
  return month;
}

std::optional<int> take_half_of_day(std::string_view& text) {
  if (text.size() < 2) return std::nullopt;
  const char half = static_cast<char>(text[0] | 0x20);
  if (half != 'a' && half != 'p') return std::nullopt;
  std::string_view rest = text.substr(1);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (rest.empty() || (rest[0] | 0x20) != 'm') return std::nullopt;
  rest.remove_prefix(1);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  text = rest;
  return half == 'p' ? 12 : 0;
}

std::optional<seconds> take_offset(std::string_view& text) {
  if (text.starts_with('Z') || text.starts_with('z')) {
    text.remove_prefix(1);
    return seconds{0};
  }
  const int sign = text.starts_with('-') ? -1 : 1;
  if (!text.starts_with('-') && !text.starts_with('+')) return std::nullopt;
  text.remove_prefix(1);
  const auto hour = take_number(text, 2, 2);
  if (!hour || *hour > 23) return std::nullopt;
  const bool has_colon = text.starts_with(':');
  if (has_colon) text.remove_prefix(1);
  if (!has_colon && (text.empty() || !is_digit(text[0]))) return sign * seconds{hours{*hour}};
  const auto minute = take_number(text, 2, 2);
  if (!minute || *minute > 59) return std::nullopt;
  return sign * seconds{hours{*hour} + minutes{*minute}};
}

bool take_letters(std::string_view& text) {
  const std::size_t length = letters_length(text);
  text.remove_prefix(length);
  if (length > 0 && text.starts_with('.')) text.remove_prefix(1);
  return length > 0;
}

bool take_blanks(std::string_view& text) {
  bool took = false;
  while (const std::size_t length = blank_length(text)) {
    text.remove_prefix(length);
    took = true;
  }
  return took;
}

std::string_view trimmed(std::string_view text) {
  take_blanks(text);
  while (!text.empty()) {
    std::size_t length = 1;
    if (text.ends_with("\u00A0")) length = 2;
    if (text.ends_with("\u202F")) length = 3;
    if (blank_length(text.substr(text.size() - length)) != length) break;
    text.remove_suffix(length);
  }
  return text;
}

}  // namespace vigie
