// A CSV text whose lines are of several kinds and all have the cells of its header.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Cells are put by the title of their column; those that are not put stay empty. A title that the
/// sheet does not have is our fault. Source: RFC 4180, section 2.4 (the same number of fields).
class CsvSheet {
 public:
  explicit CsvSheet(std::vector<std::string> titles);

  void begin_line();
  /// A word, an instant, a ratio: written as it is.
  void put(std::string_view title, std::string_view cell);
  void put(std::string_view title, std::int64_t number);
  /// A text that people wrote; see `csv_cell`.
  void put_text(std::string_view title, std::string_view text);

  /// The header and the lines so far.
  std::string text() const;

 private:
  std::string& cell(std::string_view title);

  std::vector<std::string> titles_;
  std::vector<std::vector<std::string>> lines_;
};

}  // namespace vigie
