#include "store/database/sqlite_text.h"

#include <algorithm>

namespace vigie {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// End of what starts at `from` and is no code: a literal, a quoted name, a comment; `from` itself
/// when code starts there. A doubled quote ends one literal and starts the next: no difference.
std::size_t end_of_words(std::string_view sql, std::size_t from) {
  const auto after = [&](std::string_view end, std::size_t search) {
    const std::size_t found = sql.find(end, search);
    return found == std::string_view::npos ? sql.size() : found + end.size();
  };
  const char first = sql[from];
  if (first == '\'' || first == '"') return after({&sql[from], 1}, from + 1);
  if (sql.substr(from, 2) == "--") return after("\n", from);
  if (sql.substr(from, 2) == "/*") return after("*/", from + 2);
  return from;
}

}  // namespace

std::string sqlite_text_of(std::string_view sql) {
  std::string text;
  text.reserve(sql.size());
  for (std::size_t i = 0; i < sql.size();) {
    const std::size_t end = std::max(end_of_words(sql, i), i + 1);
    const bool is_value = sql[i] == '$' && i + 1 < sql.size() && is_digit(sql[i + 1]);
    if (is_value) {
      text += '?';
    } else {
      text += sql.substr(i, end - i);
    }
    i = end;
  }
  return text;
}

}  // namespace vigie
