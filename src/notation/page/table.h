// Tables of text that fit a width: columns aligned by what is seen, not by bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Columns of a terminal that `text` takes: code points, without combining marks; East Asian wide
/// characters and emoji take two.
std::size_t width_of(std::string_view text);

/// `text` in lines of at most `width`, cut at spaces; a longer word keeps its line to itself. A
/// no-break space does not break. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// What a cell is about; shown as a colour only where there are colours.
enum class Tone : std::uint8_t { plain, good, bad, faint, strong };

struct Cell {
  std::string text{};
  Tone tone = Tone::plain;
};

enum class Align : std::uint8_t { left, right };

struct TableColumn {
  std::string title;
  Align align = Align::left;
  int rank = 0;              // columns of the highest rank leave first when the table is too wide
  std::size_t wraps_at = 0;  // a longer text is broken at this width; 0: never
  bool may_wrap = false;     // takes what is left and breaks its text
};

class Table {
 public:
  explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

  /// One cell a column.
  void add(std::vector<Cell> row);
  bool is_empty() const { return rows_.empty(); }

  struct Page {
    std::size_t width = 80;
    bool colours = false;
    std::string_view indent{};
    std::string_view gap = "   ";
  };
  /// Lines ended by '\n', without trailing spaces; the titles come first when there are some.
  std::string text(const Page& page) const;

 private:
  std::vector<std::size_t> kept_columns(const Page& page) const;
  std::size_t natural_width(std::size_t column) const;
  std::size_t full_width(const std::vector<std::size_t>& kept, const Page& page) const;

  std::vector<TableColumn> columns_;
  std::vector<std::vector<Cell>> rows_;
};

/// `text` between the codes of its tone, or as it is without colours.
std::string toned(std::string_view text, Tone tone, bool colours);

}  // namespace vigie
