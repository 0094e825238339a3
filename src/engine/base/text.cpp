#include "engine/base/text.h"

#include <algorithm>

namespace vigie {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Length of the character that starts at `at`; 0 when it is not UTF-8. Source: RFC 3629,
/// section 4.
std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  const auto follows = [&](std::size_t offset) {
    return (byte_at(text, at + offset) & 0xC0U) == 0x80U;
  };
  if (first == 0) return 0;
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool overlong = first == 0xF0 && second < 0x90;
    const bool beyond = first == 0xF4 && second > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::optional<std::size_t> first_byte_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string folded(std::string_view text) {
  std::string lower{text};
  for (std::size_t i = 0; i < lower.size(); ++i) {
    char& byte = lower[i];
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    // Latin capitals À to Þ are C3 80 to C3 9E; their small letters are 0x20 further (but ×).
    const bool after_c3 = i > 0 && static_cast<unsigned char>(lower[i - 1]) == 0xC3U;
    const auto value = static_cast<unsigned char>(byte);
    if (after_c3 && value >= 0x80U && value <= 0x9EU && value != 0x97U) {
      byte = static_cast<char>(value + 0x20U);
    }
  }
  return lower;
}

std::string plain_form(std::string_view text) {
  // By code point: U+00C0 to U+00FF, then U+0100 to U+017F. A blank stands for what has no plain
  // form; capitals have that of their small letters.
  constexpr std::string_view latin =
      "aaaaaaaceeeeiiiidnooooo ouuuuyts"
      "aaaaaaaceeeeiiiidnooooo ouuuuyty";
  constexpr std::string_view extended =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned first = byte_at(text, i);
    const unsigned second = byte_at(text, i + 1);
    if (first >= 'A' && first <= 'Z') {
      plain += static_cast<char>(first - 'A' + 'a');
    } else if (first >= 0xC3U && first <= 0xC5U && (second & 0xC0U) == 0x80U) {
      const unsigned point = ((first & 0x1FU) << 6U) | (second & 0x3FU);
      const char letter = point < 0x100U ? latin[point - 0xC0U] : extended[point - 0x100U];
      if (letter == ' ') {
        plain += text.substr(i, 2);
      } else {
        plain += letter;
      }
      if (point == 0xC6U || point == 0xE6U || point == 0x152U || point == 0x153U) plain += 'e';
      if (point == 0xDFU) plain += 's';
      ++i;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace vigie
