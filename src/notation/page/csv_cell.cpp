#include "notation/page/csv_cell.h"

namespace vigie {

std::string csv_cell(std::string_view text) {
  constexpr std::string_view runs_as_formula = "=+-@\t\r";
  std::string cell;
  if (!text.empty() && runs_as_formula.find(text[0]) != std::string_view::npos) cell = "'";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char character : cell) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted + '"';
}

}  // namespace vigie
