#include "engine/base/ratio.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(Ratio, compares_exactly_without_rounding) {
  EXPECT_EQ(compare({16826, 22010}, {90, 100}), std::strong_ordering::less);
  EXPECT_EQ(compare({1, 2}, {2, 4}), std::strong_ordering::equal);
  EXPECT_EQ(compare({1'000'000'000'000'000'000, 1'000'000'000'000'000'001}, {1, 1}),
            std::strong_ordering::less);
}

TEST(Ratio, shows_percents_at_the_decimals_asked_for) {
  const struct {
    Ratio ratio;
    int decimals;
    Rounding rounding;
    std::int64_t units;
  } rows[] = {
      {{16826, 22010}, 2, Rounding::half_up, 7645},
      {{1, 3}, 0, Rounding::half_up, 33},
      {{2, 3}, 0, Rounding::half_up, 67},
      {{2, 3}, 0, Rounding::down, 66},
      {{1, 8}, 1, Rounding::half_up, 125},
      {{1, 16}, 1, Rounding::half_up, 63},
      {{99951, 100000}, 1, Rounding::half_up, 1000},
      {{99951, 100000}, 1, Rounding::down, 999},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(percent_units(row.ratio, row.decimals, row.rounding), row.units)
        << row.ratio.numerator << "/" << row.ratio.denominator << " at " << row.decimals;
  }
}

}  // namespace
}  // namespace vigie
