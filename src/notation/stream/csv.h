// Rows of a CSV text, streamed. Source: RFC 4180, with the liberties that exports take.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "notation/stream/text_pieces.h"

namespace vigie {

/// How the text is written. Quotes are doubled inside quotes; `quote` 0: there are none.
struct CsvForm {
  char separator = ',';
  char quote = '"';
  Encoding encoding = Encoding::utf_8;
  std::size_t longest_row = std::size_t{1} << 20;  // bytes of UTF-8
};

/// What is wrong with a row; its cells are then not to be used (bad bytes: they are, as U+FFFD).
enum class RowTrouble : std::uint8_t { none, bad_bytes, wrong_columns, too_long, unclosed_quote };

struct CsvRow {
  std::uint64_t line = 0;               // of the text, from 1, where the row begins
  std::vector<std::string_view> cells;  // valid until the next call
  RowTrouble trouble = RowTrouble::none;
};

/// Reads row after row; the first one says how many columns there are. Empty lines are skipped; a
/// line ends with LF or CR LF; a quoted cell may hold separators and line ends. A quote that is
/// never closed, or too far away, costs one line and reading goes on with the next.
class CsvReader {
 public:
  CsvReader(NextPiece next, const CsvForm& form);

  /// False at the end of the text. Linear in its length; memory is bounded by `longest_row`.
  bool next(CsvRow& row);

 private:
  struct Cell {
    std::size_t from = 0;
    std::size_t to = 0;
    bool is_quoted = false;
  };
  enum class Scan : std::uint8_t { row, needs_more, too_long };

  Scan scan();
  bool find_row();
  void give_up_line(CsvRow& row);
  void give_cells(CsvRow& row);
  std::string_view unquote(const Cell& cell);

  CsvForm form_;
  TextPieces pieces_;
  std::vector<Cell> cells_;
  std::vector<std::string> mended_;  // cells whose bytes were not UTF-8
  std::size_t length_ = 0;           // of the row with its end
  std::uint64_t lines_in_row_ = 0;
  std::uint64_t line_ = 1;   // where the next row begins
  std::size_t columns_ = 0;  // 0: not known yet
  bool is_quote_open_ = false;
  bool is_at_end_ = false;
  char stops_[256] = {};  // which bytes end a run of plain ones
};

}  // namespace vigie
