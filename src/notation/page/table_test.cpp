#include "notation/page/table.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(Table, columns_are_aligned_by_what_is_seen) {
  Table table{{{.title = "Target"}, {.title = "Rate", .align = Align::right}}};
  table.add({{"échéance"}, {"9 %"}});
  table.add({{"e\u0301t\u00e9"}, {"100 %"}});
  EXPECT_EQ(table.text({.width = 80, .gap = "  "}),
            "Target     Rate\n"
            "échéance    9 %\n"
            "e\u0301t\u00e9       100 %\n");
}

TEST(Table, columns_of_the_highest_rank_leave_a_narrow_page_first) {
  Table table{{{.title = "a"}, {.title = "bbbbbbbb", .rank = 2}, {.title = "cccccccc", .rank = 1}}};
  table.add({{"1"}, {"2"}, {"3"}});
  EXPECT_EQ(table.text({.width = 23}), "a   bbbbbbbb   cccccccc\n1   2          3\n");
  EXPECT_EQ(table.text({.width = 22}), "a   cccccccc\n1   3\n");
  EXPECT_EQ(table.text({.width = 5}), "a\n1\n");
}

TEST(Table, a_column_that_may_wrap_takes_what_is_left) {
  Table table{{{.title = ""}, {.title = "", .may_wrap = true}, {.title = ""}}};
  table.add({{"a"}, {"30 min to 17:00, closed to 09:00"}, {"z"}});
  EXPECT_EQ(table.text({.width = 26, .gap = "  "}),
            "a  30 min to 17:00,      z\n"
            "   closed to 09:00\n");
}

TEST(Table, a_no_break_space_does_not_break) {
  EXPECT_EQ(wrapped("3\u00a0h\u00a030 de trop", 9),
            (std::vector<std::string>{"3\u00a0h\u00a030 de", "trop"}));
  EXPECT_EQ(wrapped("", 8), std::vector<std::string>{""});
}

TEST(Table, colours_change_no_width_and_are_absent_when_not_wanted) {
  Table table{{{.title = ""}, {.title = ""}}};
  table.add({{"ok", Tone::good}, {"x"}});
  EXPECT_EQ(table.text({.width = 80, .gap = " "}), "ok x\n");
  EXPECT_EQ(table.text({.width = 80, .colours = true, .gap = " "}), "\x1b[32mok\x1b[0m x\n");
}

TEST(Table, wide_characters_take_two_columns) {
  EXPECT_EQ(width_of("東京"), 4U);
  EXPECT_EQ(width_of("Nîmes"), 5U);
  EXPECT_EQ(width_of("✔ ✖"), 3U);
}

}  // namespace
}  // namespace vigie
