#include "engine/base/money.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <numeric>

namespace vigie {
namespace {

TEST(Money, rounds_half_away_from_zero_once) {
  EXPECT_EQ(rounded(Exact{5, 2}), 3);
  EXPECT_EQ(rounded(Exact{-5, 2}), -3);
  EXPECT_EQ(rounded(Exact{249, 100}), 2);
  EXPECT_EQ(rounded(Exact{0}), 0);
}

TEST(Money, amounts_stay_exact_until_rounded) {
  const Exact third{1, 3};
  EXPECT_EQ(third + third + third, Exact{1});
  const Exact five_percent{Ratio{5, 100}};
  EXPECT_EQ(Exact{240000} * five_percent, Exact{12000});
  EXPECT_LT(Exact(1, 3), Exact(34, 100));
}

TEST(Money, a_split_gives_the_largest_remainders_first) {
  using Parts = std::vector<std::int64_t>;
  EXPECT_EQ(split(100, Parts{1, 1, 1}), (Parts{34, 33, 33}));
  EXPECT_EQ(split(-100, Parts{1, 1, 1}), (Parts{-34, -33, -33}));
  EXPECT_EQ(split(10, Parts{0, 1}), (Parts{0, 10}));
}

TEST(Money, a_split_conserves_and_stays_within_a_unit_of_its_share) {
  const bool holds = rc::check([] {
    const auto total = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
    auto weights = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1000)));
    weights.front() += 1;
    const auto parts = split(total, weights);
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == total);
    const auto whole = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Exact share = Exact{total} * Exact{weights[i], whole};
      RC_ASSERT(Exact{parts[i]} - share < Exact{1});
      RC_ASSERT(share - Exact{parts[i]} < Exact{1});
    }
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace vigie
