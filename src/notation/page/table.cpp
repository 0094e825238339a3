#include "notation/page/table.h"

#include <algorithm>

#include "engine/base/require.h"

namespace vigie {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

char32_t code_point(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text[0]);
  std::size_t length = 1;
  while (length < text.size() && length < 4 && is_continuation(text[length])) ++length;
  char32_t point = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(length);
  return point;
}

std::size_t columns_of(char32_t point) {
  if (point < 0x300) return 1;
  if (point <= 0x36F || point == 0x200B || point == 0x200D) return 0;
  const bool is_wide =
      (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
      (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
      (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
      (point >= 0x1F300 && point <= 0x1FAFF);
  return is_wide ? 2 : 1;
}

std::string padded(std::string_view text, std::string_view shown, std::size_t width, Align align) {
  const auto taken = width_of(text);
  const std::string blank(width > taken ? width - taken : 0, ' ');
  return align == Align::right ? blank + std::string{shown} : std::string{shown} + blank;
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += columns_of(code_point(text));
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    const auto end = text.find(' ');
    const auto word = text.substr(0, end);
    auto& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (width_of(line) + 1 + width_of(word) <= width) {
      line.append(" ").append(word);
    } else {
      lines.emplace_back(word);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string toned(std::string_view text, Tone tone, bool colours) {
  if (!colours || tone == Tone::plain || text.empty()) return std::string{text};
  std::string_view code = "1";
  if (tone == Tone::good) code = "32";
  if (tone == Tone::bad) code = "31";
  if (tone == Tone::faint) code = "2";
  return "\x1b[" + std::string{code} + "m" + std::string{text} + "\x1b[0m";
}

void Table::add(std::vector<Cell> row) {
  require(row.size() == columns_.size(), "one cell a column");
  rows_.push_back(std::move(row));
}

std::size_t Table::natural_width(std::size_t column) const {
  auto width = width_of(columns_[column].title);
  for (const auto& row : rows_) width = std::max(width, width_of(row[column].text));
  const auto cap = columns_[column].wraps_at;
  return cap == 0 ? width : std::min(width, cap);
}

std::size_t Table::full_width(const std::vector<std::size_t>& kept, const Page& page) const {
  auto width = width_of(page.indent);
  constexpr std::size_t narrowest = 16;  // of a column that wraps
  for (const auto column : kept) {
    const auto natural = natural_width(column);
    width += columns_[column].may_wrap ? std::min(natural, narrowest) : natural;
  }
  return kept.empty() ? width : width + (kept.size() - 1) * width_of(page.gap);
}

std::vector<std::size_t> Table::kept_columns(const Page& page) const {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (natural_width(i) > 0) kept.push_back(i);
  }
  const auto rank = [&](std::size_t column) { return columns_[column].rank; };
  while (!kept.empty() && full_width(kept, page) > page.width) {
    const auto leaves = std::ranges::max_element(kept, {}, rank);
    if (rank(*leaves) == 0) break;
    kept.erase(leaves);
  }
  return kept;
}

std::string Table::text(const Page& page) const {
  const auto kept = kept_columns(page);
  std::vector<std::size_t> widths;
  auto fixed = width_of(page.indent) + (kept.empty() ? 0 : (kept.size() - 1) * width_of(page.gap));
  for (const auto column : kept) {
    widths.push_back(natural_width(column));
    if (!columns_[column].may_wrap) fixed += widths.back();
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!columns_[kept[i]].may_wrap) continue;
    const auto room = page.width > fixed + 16 ? page.width - fixed : 16;
    widths[i] = std::min(widths[i], room);
  }
  std::string text;
  const auto write = [&](const std::vector<Cell>& row) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const auto& cell = row[kept[i]].text;
      const auto& column = columns_[kept[i]];
      const bool wraps = column.may_wrap || column.wraps_at > 0;
      lines.push_back(wraps ? wrapped(cell, widths[i]) : std::vector<std::string>{cell});
      height = std::max(height, lines.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      std::string line{page.indent};
      for (std::size_t i = 0; i < kept.size(); ++i) {
        if (i > 0) line += page.gap;
        const auto& part = at < lines[i].size() ? lines[i][at] : std::string{};
        line += padded(part, toned(part, row[kept[i]].tone, page.colours), widths[i],
                       columns_[kept[i]].align);
      }
      trim_end(line);
      text += line + "\n";
    }
  };
  if (std::ranges::any_of(columns_,
                          [](const TableColumn& column) { return !column.title.empty(); })) {
    std::vector<Cell> titles;
    for (const auto& column : columns_) titles.push_back({column.title, Tone::strong});
    write(titles);
  }
  for (const auto& row : rows_) write(row);
  return text;
}

}  // namespace vigie
