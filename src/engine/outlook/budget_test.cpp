#include "engine/outlook/budget.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/compliance/statistic.h"

namespace vigie {
namespace {

Measurement rate(Ratio required) {
  Measurement measurement;
  measurement.required = required;
  return measurement;
}

bool attains(const Measurement& measurement, std::int64_t missed, std::int64_t measured) {
  std::vector<Duration> none;
  const Tally tally{.met = measured - missed, .missed = missed};
  const Sample sample{.measurement = measurement,
                      .tally = tally,
                      .elapsed = none,
                      .required = measurement.required.value_or(Ratio{0, 1})};
  return is_attained(sample).value_or(true);
}

TEST(Budget, of_sixty_tickets_at_95_percent_three_may_be_missed_in_all) {
  struct Row {
    Ratio required;
    std::int64_t missed;
    std::int64_t measured;
    std::int64_t left;
  };
  const Row rows[] = {
      {{95, 100}, 0, 60, 3},   // 57 of 60 is 95 % exactly
      {{95, 100}, 2, 60, 1},   //
      {{95, 100}, 5, 60, -2},  // two too many
      {{95, 100}, 0, 19, 0},   // 18 of 19 is 94.7 %
      {{2, 3}, 1, 6, 1},       //
      {{1, 1}, 0, 60, 0},      //
      {{0, 1}, 4, 60, 56},     // nothing is required: all may be missed
  };
  for (const Row& row : rows) {
    EXPECT_EQ(may_still_miss({.measurement = rate(row.required),
                              .required = row.required,
                              .missed = row.missed,
                              .measured = row.measured}),
              row.left)
        << row.required.numerator << "/" << row.required.denominator << " of " << row.measured;
  }
}

TEST(Budget, with_nothing_else_to_come_misses_in_a_row_weigh_more) {
  // 95 of 100 keep 95 %: with 98 met of 98, five more misses would be 98 of 103, 95.1 %.
  const auto measurement = rate({95, 100});
  EXPECT_EQ(may_miss_at_once(
                {.measurement = measurement, .required = {95, 100}, .missed = 0, .measured = 98}),
            5);
  EXPECT_EQ(may_miss_at_once(
                {.measurement = measurement, .required = {95, 100}, .missed = 9, .measured = 98}),
            std::nullopt);
}

TEST(Budget, a_count_has_what_is_left_of_it_and_a_statistic_of_times_has_none) {
  Measurement count;
  count.statistic = Statistic::count;
  count.at_most = 3;
  EXPECT_EQ(may_still_miss({.measurement = count, .missed = 2, .measured = 9}), 1);
  EXPECT_EQ(may_still_miss({.measurement = count, .missed = 5, .measured = 9}), -2);
  Measurement mean;
  mean.statistic = Statistic::mean;
  mean.limit = std::chrono::hours{4};
  EXPECT_EQ(may_still_miss({.measurement = mean, .missed = 2, .measured = 9}), std::nullopt);
}

TEST(Budget, down_time_left_is_cut_to_the_microsecond) {
  using namespace std::chrono;
  // 99.9 % of 30 days: 43 min 12 s.
  EXPECT_EQ(may_be_down({999, 1000}, days{30}, minutes{40}), minutes{3} + seconds{12});
  EXPECT_EQ(may_be_down({999, 1000}, days{30}, minutes{50}), -(minutes{6} + seconds{48}));
  EXPECT_EQ(may_be_down({2, 3}, Duration{10}, Duration{0}), Duration{3});
}

RC_GTEST_PROP(Budget, is_the_largest_number_that_still_attains, ()) {
  const auto hundredths = *rc::gen::inRange<std::int64_t>(1, 101);
  auto measurement = rate({hundredths, 100});
  if (*rc::gen::arbitrary<bool>()) measurement.precision = Precision{.decimals = 1};
  const auto measured = *rc::gen::inRange<std::int64_t>(1, 500);
  const auto missed = *rc::gen::inRange<std::int64_t>(0, measured + 1);
  const auto left = may_still_miss({.measurement = measurement,
                                    .required = {hundredths, 100},
                                    .missed = missed,
                                    .measured = measured});
  RC_ASSERT(left.has_value());
  RC_ASSERT(attains(measurement, missed + *left, measured));
  if (missed + *left < measured) RC_ASSERT(!attains(measurement, missed + *left + 1, measured));
}

}  // namespace
}  // namespace vigie
