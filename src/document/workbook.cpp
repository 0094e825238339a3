#include "document/workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace vigie {

namespace {

constexpr std::size_t longest_cell = 32'767;  // characters: ECMA-376, and every program's limit
constexpr double narrow = 12;
constexpr double wide = 40;
constexpr double for_an_instant = 17;

void expect(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw std::runtime_error{std::string{"workbook: "} + lxw_strerror(error)};
}

/// `text` as a cell takes it: cut between two characters.
std::string cut(const std::string& text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    constexpr unsigned char following = 0x80;  // 10xxxxxx goes on with a character of UTF-8
    constexpr unsigned char mask = 0xC0;
    if ((static_cast<unsigned char>(text[at]) & mask) == following) continue;
    if (++characters > longest_cell) return text.substr(0, at);
  }
  return text;
}

lxw_datetime datetime_of(CivilTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = static_cast<int>(time.hours().count()),
          .min = static_cast<int>(time.minutes().count()),
          .sec = static_cast<double>(time.seconds().count())};
}

/// An empty file of ours alone, which goes with it.
class ScratchFile {
 public:
  ScratchFile() : path_{(std::filesystem::temp_directory_path() / "vigie-XXXXXX").string()} {
    const int file = mkstemp(path_.data());
    if (file < 0) throw std::runtime_error{"workbook: no file can be made in " + path_};
    close(file);
  }
  ~ScratchFile() { std::remove(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }
  std::string bytes() const {
    std::ifstream file{path_, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }

 private:
  std::string path_;
};

}  // namespace

struct Workbook::Open {
  explicit Open(const Zone& of) : zone{of} {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book = workbook_new_opt(file.path().c_str(), &options);
    if (book == nullptr) throw std::runtime_error{"workbook: it cannot be begun"};
  }
  ~Open() {
    if (book != nullptr) workbook_close(book);
  }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;

  lxw_format* bold() {
    lxw_format* const format = workbook_add_format(book);
    format_set_bold(format);
    return format;
  }

  void write(lxw_col_t column, const SheetCell& cell) {
    if (const auto* const text = std::get_if<std::string>(&cell)) {
      expect(worksheet_write_string(table, row, column, cut(*text).c_str(), nullptr));
    } else if (const auto* const at = std::get_if<Instant>(&cell)) {
      lxw_datetime when = datetime_of(zone.civil(*at));
      expect(worksheet_write_datetime(table, row, column, &when, instant));
    } else if (const auto* const count = std::get_if<std::int64_t>(&cell)) {
      expect(worksheet_write_number(table, row, column, static_cast<double>(*count), nullptr));
    }
  }

  const Zone& zone;
  ScratchFile file;
  lxw_workbook* book = nullptr;
  lxw_worksheet* table = nullptr;
  lxw_format* instant = nullptr;
  lxw_row_t row = 0;
  lxw_col_t columns = 0;
};

Workbook::Workbook(const std::string& sheet, std::span<const std::string> titles, const Zone& zone)
    : open_{std::make_unique<Open>(zone)} {
  Open& open = *open_;
  open.table = workbook_add_worksheet(open.book, sheet.c_str());
  if (open.table == nullptr) throw std::runtime_error{"workbook: no sheet can be named " + sheet};
  open.instant = workbook_add_format(open.book);
  constexpr int as_the_reader_writes =
      0x16;  // built in: day and minute, in the order of the country
  format_set_num_format_index(open.instant, as_the_reader_writes);
  open.columns = static_cast<lxw_col_t>(titles.size());
  worksheet_freeze_panes(open.table, 1, 1);
  expect(worksheet_set_column(open.table, 0, static_cast<lxw_col_t>(open.columns - 1),
                              for_an_instant, nullptr));
  expect(worksheet_set_column(open.table, 0, 0, narrow, nullptr));
  if (open.columns > 1) expect(worksheet_set_column(open.table, 1, 1, wide, nullptr));
  lxw_format* const bold = open.bold();
  for (lxw_col_t i = 0; i < open.columns; ++i)
    expect(worksheet_write_string(open.table, 0, i, titles[i].c_str(), bold));
}

Workbook::~Workbook() = default;

void Workbook::add(std::span<const SheetCell> row) {
  ++open_->row;
  for (std::size_t i = 0; i < row.size(); ++i) open_->write(static_cast<lxw_col_t>(i), row[i]);
}

std::string Workbook::finish(const std::string& about,
                             std::span<const std::pair<std::string, std::string>> things) {
  Open& open = *open_;
  expect(
      worksheet_autofilter(open.table, 0, 0, open.row, static_cast<lxw_col_t>(open.columns - 1)));
  lxw_worksheet* const last = workbook_add_worksheet(open.book, about.c_str());
  if (last == nullptr) throw std::runtime_error{"workbook: no sheet can be named " + about};
  expect(worksheet_set_column(last, 0, 0, for_an_instant, nullptr));
  expect(worksheet_set_column(last, 1, 1, 2 * wide, nullptr));
  lxw_format* const bold = open.bold();
  lxw_row_t line = 0;
  for (const auto& [name, text] : things) {
    expect(worksheet_write_string(last, line, 0, name.c_str(), bold));
    expect(worksheet_write_string(last, line, 1, cut(text).c_str(), nullptr));
    ++line;
  }
  lxw_workbook* const book = std::exchange(open.book, nullptr);
  expect(workbook_close(book));
  return open.file.bytes();
}

}  // namespace vigie
