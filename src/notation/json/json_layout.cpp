#include "notation/json/json_layout.h"

namespace vigie {

namespace {

void begin_line(std::string& text, std::size_t level) {
  text += '\n';
  text.append(2 * level, ' ');
}

/// Where the string that begins at `at` ends, its quote included.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

std::string laid_out(std::string_view json) {
  std::string text;
  std::size_t level = 0;
  bool is_opened = false;  // the last was a bracket that opens
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (is_blank(c)) {
      ++at;
      continue;
    }
    const bool closes = c == '}' || c == ']';
    if (closes) --level;
    if (is_opened != closes) begin_line(text, level);
    is_opened = c == '{' || c == '[';
    const std::size_t end = c == '"' ? end_of_string(json, at) : at + 1;
    text += json.substr(at, end - at);
    if (is_opened) ++level;
    if (c == ',') begin_line(text, level);
    if (c == ':') text += ' ';
    at = end;
  }
  return text + "\n";
}

}  // namespace vigie
