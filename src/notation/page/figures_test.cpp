#include "notation/page/figures.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

using namespace std::chrono_literals;

struct LengthCase {
  Duration length;
  const char* en_fixed;
  const char* en_spoken;
  const char* fr_fixed;
  const char* fr_spoken;
};

TEST(Figures, a_length_is_written_exactly_in_both_languages_and_both_styles) {
  const LengthCase cases[] = {
      {3h + 30min, "3h30", "3h30", "3\u00a0h\u00a030", "3\u00a0h\u00a030"},
      {30min, "0h30", "30 min", "0\u00a0h\u00a030", "30\u00a0min"},
      {4h, "4h00", "4h00", "4\u00a0h\u00a000", "4\u00a0h"},
      {0h, "0h00", "0 min", "0\u00a0h\u00a000", "0\u00a0min"},
      {-15min, "-0h15", "-15 min", "\u22120\u00a0h\u00a015", "\u221215\u00a0min"},
      {1h + 12s, "1h00m12s", "1h00m12s", "1\u00a0h\u00a000\u00a0min\u00a012\u00a0s",
       "1\u00a0h\u00a000\u00a0min\u00a012\u00a0s"},
      {12s + 500ms, "0h00m12.5s", "12.5 s", "0\u00a0h\u00a000\u00a0min\u00a012,5\u00a0s",
       "12,5\u00a0s"},
      {1234h + 5min, "1,234h05", "1,234h05", "1\u202f234\u00a0h\u00a005",
       "1\u202f234\u00a0h\u00a005"},
  };
  for (const auto& expected : cases) {
    EXPECT_EQ(length_text(expected.length, Language::en), expected.en_fixed);
    EXPECT_EQ(length_text(expected.length, Language::en, LengthStyle::spoken), expected.en_spoken);
    EXPECT_EQ(length_text(expected.length, Language::fr), expected.fr_fixed);
    EXPECT_EQ(length_text(expected.length, Language::fr, LengthStyle::spoken), expected.fr_spoken);
  }
}

TEST(Figures, thousands_are_separated_as_each_language_does) {
  EXPECT_EQ(count_text(999, Language::en), "999");
  EXPECT_EQ(count_text(16826, Language::en), "16,826");
  EXPECT_EQ(count_text(-1234567, Language::en), "-1,234,567");
  EXPECT_EQ(count_text(16826, Language::fr), "16\u202f826");
}

TEST(Figures, a_rate_is_rounded_but_never_up_to_all) {
  EXPECT_EQ(rate_text({16826, 22010}, 2, Language::en), "76.45 %");
  EXPECT_EQ(rate_text({9999999, 10000000}, 2, Language::en), "99.99 %");
  EXPECT_EQ(rate_text({7, 7}, 2, Language::fr), "100,00\u00a0%");
  EXPECT_EQ(rate_text({0, 0}, 2, Language::en), "-");
}

TEST(Figures, a_required_rate_shows_every_decimal_it_has_and_no_more) {
  EXPECT_EQ(required_text({95, 100}, Language::en), "95 %");
  EXPECT_EQ(required_text({9995, 10000}, Language::fr), "99,95\u00a0%");
  EXPECT_EQ(required_text({1, 3}, Language::en), "1/3");
}

}  // namespace
}  // namespace vigie
