#include "notation/icalendar_lines.h"

#include <algorithm>

namespace vigie {
namespace {

std::string capitals(std::string_view text) {
  std::string big{text};
  std::transform(big.begin(), big.end(), big.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return big;
}

/// Where the value begins: the first colon outside quotes.
std::size_t colon_of(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view IcalendarLines::take_line() {
  const auto end = left_.find('\n');
  std::string_view line = left_.substr(0, end);
  left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  ++number_;
  return line;
}

std::optional<IcalendarLine> IcalendarLines::next() {
  std::string whole;
  IcalendarLine line;
  while (whole.empty() && !left_.empty()) {
    whole = take_line();
    line.number = number_;
  }
  if (whole.empty()) return std::nullopt;
  while (left_.starts_with(' ') || left_.starts_with('\t')) whole += take_line().substr(1);
  const auto colon = colon_of(whole);
  if (colon == std::string::npos) {
    line.value = std::move(whole);
    return line;
  }
  const auto semicolon = std::min(whole.find(';'), colon);
  line.name = capitals(whole.substr(0, semicolon));
  line.parameters = whole.substr(semicolon, colon - semicolon);
  line.value = whole.substr(colon + 1);
  return line;
}

std::optional<std::string> icalendar_parameter(const IcalendarLine& line, std::string_view name) {
  std::string_view left = line.parameters;
  while (left.starts_with(';')) {
    left.remove_prefix(1);
    std::size_t end = 0;
    for (bool quoted = false; end < left.size() && (quoted || left[end] != ';'); ++end) {
      if (left[end] == '"') quoted = !quoted;
    }
    const std::string_view one = left.substr(0, end);
    left.remove_prefix(end);
    const auto equals = one.find('=');
    if (equals == one.npos || capitals(one.substr(0, equals)) != name) continue;
    std::string value{one.substr(equals + 1)};
    std::erase(value, '"');
    return value;
  }
  return std::nullopt;
}

std::string icalendar_text(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      text.push_back(value[i]);
      continue;
    }
    ++i;
    text.push_back(value[i] == 'n' || value[i] == 'N' ? ' ' : value[i]);
  }
  return text;
}

}  // namespace vigie
