#include "notation/stream/csv.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

/// Gives `text` in pieces of `size` bytes.
NextPiece pieces_of(const std::string& text, std::size_t size) {
  return [&text, size, given = std::size_t{0}]() mutable {
    const std::string_view piece = std::string_view{text}.substr(given, size);
    given += piece.size();
    return piece;
  };
}

/// "1:a|b 2:c|d"; trouble shows as "3!wrong_columns".
std::string rows_of(const std::string& text, CsvForm form = {}, std::size_t size = 4096) {
  constexpr const char* troubles[] = {"", "~", "!columns", "!long", "!quote"};
  CsvReader reader{pieces_of(text, size), form};
  CsvRow row;
  std::string told;
  while (reader.next(row)) {
    if (!told.empty()) told += ' ';
    told += std::to_string(row.line);
    told += troubles[static_cast<int>(row.trouble)];
    if (row.trouble > RowTrouble::bad_bytes) continue;
    told += ':';
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) told += '|';
      told += row.cells[i];
    }
  }
  return told;
}

struct Told {
  const char* rule;
  std::string text;
  std::string rows;
  CsvForm form = {};
};

TEST(Csv, reads_what_exports_write_whatever_the_pieces) {
  const std::vector<Told> table = {
      {"plain", "a,b\nc,d\n", "1:a|b 2:c|d"},
      {"CR LF, no end at the end", "a,b\r\nc,d", "1:a|b 2:c|d"},
      {"empty cells and lines", "a,b\n\n,\r\n\r\nc,\n", "1:a|b 3:| 5:c|"},
      {"quotes", "a,b\n\"c,c\",\"d \"\"d\"\"\"\n", "1:a|b 2:c,c|d \"d\""},
      {"line ends inside quotes", "a,b\n\"c\r\nc\",d\ne,f\n", "1:a|b 2:c\r\nc|d 4:e|f"},
      {"a quote inside a plain cell", "a,b\n5\",d\n", "1:a|b 2:5\"|d"},
      {"text after a closing quote", "a,b\n\"c\"x,d\n", "1:a|b 2:cx|d"},
      {"an empty quoted cell", "a,b\n\"\",\"\"\n", "1:a|b 2:|"},
      {"a quoted last cell before CR LF", "a,b\r\nc,\"d\"\r\n", "1:a|b 2:c|d"},
      {"wrong number of columns", "a,b\nc\nd,e,f\ng,h\n", "1:a|b 2!columns 3!columns 4:g|h"},
      {"a quote that is never closed", "a,b\n\"c,d\ne,f\n", "1:a|b 2!quote 3:e|f"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\nc,d\n",
       "1:a|b 2:c|d"},
      {"bytes that are not UTF-8", "a,b\n\xE9t\xE9,d\né,f", "1:a|b 2~:\uFFFDt\uFFFD|d 3:é|f"},
      {"nothing", "", ""},
      {"one cell", "a", "1:a"},
      {"semicolon", "a;b\nc,c;d\n", "1:a|b 2:c,c|d", {.separator = ';'}},
      {"no quoting", "a,b\n\"c,d\"\n", "1:a|b 2:\"c|d\"", {.quote = 0}},
      {"single quotes", "a,b\n'c,c',d\n", "1:a|b 2:c,c|d", {.quote = '\''}},
      {"Windows-1252",
       "a,b\n\x80\xE9,\x81\n",
       "1:a|b 2:€é|\u0081",
       {.encoding = Encoding::windows_1252}},
      {"Latin 1", "a,b\n\xE9,d\n", "1:a|b 2:é|d", {.encoding = Encoding::latin_1}},
      {"UTF-16 with a mark that wins",
       std::string{"\xFF\xFE"
                   "a\0,\0\xE9\0\n\0",
                   10},
       "1:a|é",
       {.encoding = Encoding::utf_16be}},
      {"UTF-16, big end first",
       std::string{"\0a\0,\xD8\x3D\xDE\x00", 8},
       "1:a|😀",
       {.encoding = Encoding::utf_16be}},
      {"UTF-16 cut in a character",
       std::string{"a\0,\0\x3D\xD8\0", 7},
       "1:a|\uFFFD",
       {.encoding = Encoding::utf_16le}},
      {"a row that is too long",
       "a,b\n" + std::string(90, 'x') + ",y\nc,d\n",
       "1:a|b 2!long 3:c|d",
       {.longest_row = 50}},
      {"a quote closed too far away",
       "a,b\n\"c" + std::string(90, '\n') + "\",y\nc,d\n",
       "1:a|b 2!quote 92!quote 93:c|d",
       {.longest_row = 50}},
  };
  for (const Told& told : table) {
    for (const std::size_t size : {1, 2, 3, 7, 4096}) {
      EXPECT_EQ(rows_of(told.text, told.form, size), told.rows) << told.rule << ", by " << size;
    }
  }
}

}  // namespace
}  // namespace vigie
