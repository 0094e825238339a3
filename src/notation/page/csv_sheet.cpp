#include "notation/page/csv_sheet.h"

#include <algorithm>

#include "engine/base/require.h"
#include "notation/page/csv_cell.h"

namespace vigie {
namespace {

void append_line(std::string& text, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += ',';
    text += cells[i];
  }
  text += '\n';
}

}  // namespace

CsvSheet::CsvSheet(std::vector<std::string> titles) : titles_(std::move(titles)) {}

void CsvSheet::begin_line() { lines_.emplace_back(titles_.size()); }

void CsvSheet::put(std::string_view title, std::string_view text) { cell(title) = text; }

void CsvSheet::put(std::string_view title, std::int64_t number) {
  cell(title) = std::to_string(number);
}

void CsvSheet::put_text(std::string_view title, std::string_view text) {
  cell(title) = csv_cell(text);
}

std::string& CsvSheet::cell(std::string_view title) {
  require(!lines_.empty(), "a cell is put in a line that began");
  const auto found = std::ranges::find(titles_, title);
  require(found != titles_.end(), "a cell has the title of a column");
  return lines_.back()[static_cast<std::size_t>(found - titles_.begin())];
}

std::string CsvSheet::text() const {
  std::string text;
  append_line(text, titles_);
  for (const auto& line : lines_) append_line(text, line);
  return text;
}

}  // namespace vigie
