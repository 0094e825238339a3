#include "functions.h"

#include "tree.h"

namespace vigie::structure {
namespace {

bool starts_with_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  if (text.size() == word.size()) return true;
  const char next = text[word.size()];
  return std::isalnum(static_cast<unsigned char>(next)) == 0 && next != '_';
}

// What stands between the previous statement or brace and the brace at `open`, without
// preprocessor lines.
std::size_t start_of_header(std::string_view bare, std::size_t open) {
  std::size_t start = bare.find_last_of(";{}", open - 1);
  start = start == std::string_view::npos ? 0 : start + 1;
  while (true) {
    start = bare.find_first_not_of(" \n", start);
    if (start >= open || bare[start] != '#') return std::min(start, open);
    start = std::min(bare.find('\n', start), open);
  }
}

bool opens_function(std::string_view header) {
  for (const char* word : {"namespace", "struct", "class", "enum", "union", "if", "for", "while",
                           "switch", "else", "do", "try", "catch", "case", "return", "extern"}) {
    if (starts_with_word(header, word)) return false;
  }
  const std::size_t bracket = header.find('(');
  if (bracket == std::string_view::npos) return false;
  const std::size_t assignment = header.find(" = ");
  return assignment == std::string_view::npos || assignment > bracket;
}

std::size_t closing_brace(std::string_view bare, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < bare.size(); ++i) {
    if (bare[i] == '{') ++depth;
    if (bare[i] == '}' && --depth == 0) return i;
  }
  return bare.size() - 1;
}

}  // namespace

std::vector<Function> functions_of(std::string_view bare) {
  std::vector<Function> functions;
  std::size_t i = bare.find('{');
  while (i != std::string_view::npos) {
    const std::size_t start = start_of_header(bare, i);
    if (opens_function(bare.substr(start, i - start))) {
      const std::size_t end = closing_brace(bare, i);
      const std::size_t first = line_at(bare, start);
      functions.push_back({.line = first, .lines = line_at(bare, end) - first + 1});
      i = end;
    }
    i = bare.find('{', i + 1);
  }
  return functions;
}

}  // namespace vigie::structure
