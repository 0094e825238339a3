#include "rewrite.h"

#include <algorithm>

namespace vigie::cases {

namespace {

std::size_t offset_of(std::string_view text, const Place& place) {
  std::size_t at = 0;
  for (int line = 1; line < place.line; ++line) at = text.find('\n', at) + 1;
  for (int column = 1; column < place.column; ++column) {
    ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  }
  return at;
}

std::size_t end_of_flow(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') ++depth;
    if ((text[at] == ']' || text[at] == '}') && --depth == 0) return at + 1;
  }
  return at;
}

std::size_t end_of_scalar(std::string_view text, std::size_t at) {
  if (text[at] == '"') return text.find('"', at + 1) + 1;
  auto end = std::min(text.find_first_of(",}]\n", at), text.size());
  end = std::min(end, text.find(" #", at));
  while (end > at && text[end - 1] == ' ') --end;
  return end;
}

/// Plain YAML where it can be, quoted where it must.
std::string as_yaml(const std::string& written) {
  const bool is_flow = !written.empty() && (written.front() == '[' || written.front() == '{');
  const bool is_seconds = written.find('h') != written.npos && written.find(':') != written.npos;
  if (!is_flow && (written == "-" || is_seconds)) return '"' + written + '"';
  return written;
}

}  // namespace

std::string rewritten(std::string_view text, std::vector<Replacement> replacements) {
  std::string result{text};
  std::vector<std::pair<std::size_t, std::string>> by_offset;
  for (auto& replacement : replacements) {
    by_offset.emplace_back(offset_of(text, replacement.place), as_yaml(replacement.written));
  }
  std::sort(by_offset.rbegin(), by_offset.rend());
  for (const auto& [at, written] : by_offset) {
    const bool is_flow = text[at] == '[' || text[at] == '{';
    const auto end = is_flow ? end_of_flow(text, at) : end_of_scalar(text, at);
    result.replace(at, end - at, written);
  }
  return result;
}

}  // namespace vigie::cases
