#include "notation/page/csv_sheet.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace vigie {
namespace {

TEST(CsvSheet, a_line_has_a_cell_for_each_title_whatever_is_said_of_it) {
  CsvSheet sheet{{"kind", "name", "count"}};
  EXPECT_EQ(sheet.text(), "kind,name,count\n");
  sheet.begin_line();
  sheet.put("count", 3);
  sheet.put("kind", "period");
  sheet.begin_line();
  sheet.begin_line();
  sheet.put_text("name", "a,b");
  sheet.put("count", -2);
  EXPECT_EQ(sheet.text(), "kind,name,count\nperiod,,3\n,,\n,\"a,b\",-2\n");
}

TEST(CsvSheet, a_title_that_it_does_not_have_is_our_fault) {
  CsvSheet sheet{{"kind"}};
  EXPECT_THROW(sheet.put("kind", "period"), std::logic_error);
  sheet.begin_line();
  EXPECT_THROW(sheet.put("name", "x"), std::logic_error);
}

}  // namespace
}  // namespace vigie
