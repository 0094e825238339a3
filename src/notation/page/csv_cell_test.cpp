#include "notation/page/csv_cell.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(CsvCell, a_text_is_quoted_when_it_must_be_and_never_runs_as_a_formula) {
  const std::pair<const char*, const char*> cases[] = {
      {"INC-1", "INC-1"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"=1+1", "'=1+1"},
      {"+33", "'+33"},
      {"-2", "'-2"},
      {"@cmd", "'@cmd"},
      {"\tx", "'\tx"},
      {"=a,b", "\"'=a,b\""},
  };
  for (const auto& [text, cell] : cases) EXPECT_EQ(csv_cell(text), cell);
}

}  // namespace
}  // namespace vigie
