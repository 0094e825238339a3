#include "rewrite.h"

#include <gtest/gtest.h>

namespace vigie::cases {

TEST(Rewrite, an_expectation_is_replaced_and_its_neighbours_and_comments_stay) {
  const std::string page =
      "expect:\n"
      "  # à la main\n"
      "  INC-1 résolu: {verdict: met, elapsed: 3h30, held: {provider: 3h30}, due: 2026-03-02 13:00}"
      "  # why\n"
      "  findings: [a, b]\n"
      "  rate: \"-\"\n";
  const auto place = [](int line, int column) { return Place{"page", line, column, 1}; };
  const struct {
    Place place;
    std::string written;
    std::string expected;
  } cases[] = {
      {place(3, 27), "breached", "verdict: breached, elapsed"},
      {place(3, 41), "4h00:01", "elapsed: \"4h00:01\", held"},
      {place(3, 53), "{provider: 1h, customer: 2h}", "held: {provider: 1h, customer: 2h}, due"},
      {place(3, 76), "none", "due: none}  # why"},
      {place(4, 13), "[]", "findings: []\n"},
      {place(5, 9), "95 %", "rate: 95 %\n"},
  };
  for (const auto& c : cases) {
    EXPECT_NE(rewritten(page, {{c.place, c.written}}).find(c.expected), std::string::npos)
        << rewritten(page, {{c.place, c.written}});
  }
}

TEST(Rewrite, several_replacements_do_not_move_each_other) {
  const auto written = rewritten(
      "a: 1\nb: {c: 2, d: 3}\n",
      {{{"page", 2, 8, 1}, "22222"}, {{"page", 1, 4, 1}, "11"}, {{"page", 2, 14, 1}, "3333"}});
  EXPECT_EQ(written, "a: 11\nb: {c: 22222, d: 3333}\n");
}

}  // namespace vigie::cases
