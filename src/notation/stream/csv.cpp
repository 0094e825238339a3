#include "notation/stream/csv.h"

#include <algorithm>

namespace vigie {

namespace {

unsigned char byte_of(char character) { return static_cast<unsigned char>(character); }

}  // namespace

CsvReader::CsvReader(NextPiece next, const CsvForm& form)
    : form_(form), pieces_(std::move(next), form.encoding) {
  stops_[byte_of('\n')] = 1;
  stops_[byte_of(form.separator)] = 1;
}

/// Finds the cells of the row that begins the window, without changing it.
CsvReader::Scan CsvReader::scan() {
  const std::string_view text = pieces_.view();
  cells_.clear();
  lines_in_row_ = 0;
  is_quote_open_ = false;
  Cell cell;
  std::size_t i = 0;
  while (i < text.size() && i <= form_.longest_row) {
    const bool is_at_start = i == cell.from;
    if (is_at_start && form_.quote != 0 && text[i] == form_.quote) {
      cell.is_quoted = true;
      is_quote_open_ = true;
      ++i;
      while (i < text.size() && is_quote_open_) {
        const std::size_t quote = text.find(form_.quote, i);
        if (quote == std::string_view::npos || quote > form_.longest_row) break;
        const bool is_doubled = quote + 1 < text.size() && text[quote + 1] == form_.quote;
        if (quote + 1 == text.size() && !is_at_end_) return Scan::needs_more;
        is_quote_open_ = is_doubled;
        i = quote + (is_doubled ? 2 : 1);
      }
      if (is_quote_open_)
        return text.size() > form_.longest_row ? Scan::too_long : Scan::needs_more;
      continue;
    }
    while (i < text.size() && stops_[byte_of(text[i])] == 0) ++i;
    if (i == text.size()) break;
    cell.to = i;
    cells_.push_back(cell);
    cell = {i + 1, i + 1, false};
    if (text[i++] == '\n') {
      length_ = i;
      return i > form_.longest_row ? Scan::too_long : Scan::row;
    }
  }
  if (text.size() > form_.longest_row) return Scan::too_long;
  cell.to = text.size();
  cells_.push_back(cell);
  length_ = text.size();
  return Scan::needs_more;
}

/// Whether the window begins with a whole row that can be read; grows it as needed.
bool CsvReader::find_row() {
  while (true) {
    const Scan found = scan();
    if (found == Scan::row) return true;
    if (found == Scan::too_long) return false;
    if (is_at_end_) return !is_quote_open_;
    is_at_end_ = !pieces_.grow();
  }
}

bool CsvReader::next(CsvRow& row) {
  while (true) {
    pieces_.drop(std::exchange(length_, 0));
    line_ += std::exchange(lines_in_row_, 0);
    row.line = line_;
    row.trouble = RowTrouble::none;
    row.cells.clear();
    if (!find_row()) {
      give_up_line(row);
      return true;
    }
    if (length_ == 0) return false;
    const std::string_view text = pieces_.view().substr(0, length_);
    const bool has_quotes =
        std::any_of(cells_.begin(), cells_.end(), [](const Cell& cell) { return cell.is_quoted; });
    lines_in_row_ = has_quotes
                        ? static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'))
                        : std::uint64_t{1};
    const bool is_empty = text == "\n" || text == "\r\n";
    if (is_empty) continue;
    give_cells(row);
    return true;
  }
}

/// The line on which a row began that cannot be read; the next one may be better.
void CsvReader::give_up_line(CsvRow& row) {
  row.trouble = is_quote_open_ ? RowTrouble::unclosed_quote : RowTrouble::too_long;
  std::size_t end = pieces_.view().find('\n');
  while (end == std::string_view::npos && !is_at_end_) {
    pieces_.drop(pieces_.size());
    is_at_end_ = !pieces_.grow();
    end = pieces_.view().find('\n');
  }
  length_ = end == std::string_view::npos ? pieces_.size() : end + 1;
  lines_in_row_ = 1;
}

void CsvReader::give_cells(CsvRow& row) {
  const std::string_view text = pieces_.view();
  Cell& last = cells_.back();
  if (last.to > last.from && text[last.to - 1] == '\r') --last.to;
  const bool is_valid = is_valid_utf8(text.substr(0, length_));
  for (const Cell& cell : cells_) {
    row.cells.push_back(cell.is_quoted ? unquote(cell)
                                       : text.substr(cell.from, cell.to - cell.from));
  }
  if (!is_valid) {
    row.trouble = RowTrouble::bad_bytes;
    mended_.clear();
    mended_.reserve(row.cells.size());
    for (std::string_view& cell : row.cells) {
      cell = mended_.emplace_back(make_valid_utf8(cell));
    }
  }
  if (columns_ == 0) columns_ = row.cells.size();
  if (row.cells.size() != columns_) row.trouble = RowTrouble::wrong_columns;
}

/// The text of a quoted cell, made in place: it never grows.
std::string_view CsvReader::unquote(const Cell& cell) {
  char* const begin = pieces_.begin() + cell.from;
  char* const end = pieces_.begin() + cell.to;
  char* written = begin;
  bool is_inside = false;
  for (const char* read = begin; read != end; ++read) {
    if (*read != form_.quote) {
      *written++ = *read;
    } else if (is_inside && read + 1 != end && read[1] == form_.quote) {
      *written++ = *read++;
    } else if (!is_inside && read != begin) {
      *written++ = *read;
    } else {
      is_inside = !is_inside;
    }
  }
  return {begin, static_cast<std::size_t>(written - begin)};
}

}  // namespace vigie
