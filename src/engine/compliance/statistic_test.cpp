#include "engine/compliance/statistic.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TEST(Statistic, a_percentile_is_the_nearest_rank) {
  const struct {
    int percentile;
    std::vector<int> elapsed;
    int expected;
  } rows[] = {
      {50, {4, 1, 3, 2}, 2},  {95, {4, 1, 3, 2}, 4},
      {100, {1, 9}, 9},       {1, {5, 6, 7}, 5},
      {90, {10, 20, 30}, 30}, {30, {10, 20, 30, 40, 50, 60, 70, 80, 90, 95}, 30},
  };
  for (const auto& row : rows) {
    Measurement measurement{.statistic = Statistic::percentile, .percentile = row.percentile};
    std::vector<Duration> elapsed;
    for (const int one : row.elapsed) elapsed.push_back(hours{one});
    const Sample sample{.measurement = measurement, .tally = {}, .elapsed = elapsed};
    EXPECT_EQ(statistic_of(sample), hours{row.expected}) << row.percentile;
  }
}

TEST(Statistic, a_mean_is_compared_as_an_exact_fraction) {
  Measurement measurement{.statistic = Statistic::mean, .limit = Duration{3}};
  std::vector<Duration> elapsed{Duration{3}, Duration{3}, Duration{4}};
  const Sample sample{.measurement = measurement, .tally = {}, .elapsed = elapsed};
  EXPECT_EQ(statistic_of(sample), Duration{3}) << "3.33 is cut for the eye";
  EXPECT_EQ(is_attained(sample), false) << "and is more than 3 all the same";
}

TEST(Statistic, a_rate_is_compared_exactly_or_after_the_stated_rounding) {
  const struct {
    std::optional<Precision> precision;
    Ratio required;
    bool attained;
  } rows[] = {
      {std::nullopt, {100, 100}, false},
      {Precision{.decimals = 1, .rounding = Rounding::half_up}, {100, 100}, true},
      {Precision{.decimals = 1, .rounding = Rounding::down}, {100, 100}, false},
      {Precision{.decimals = 1, .rounding = Rounding::down}, {999, 1000}, true},
      {std::nullopt, {99951, 100000}, true},
  };
  for (const auto& row : rows) {
    Measurement measurement{.required = row.required, .precision = row.precision};
    const Tally tally{.met = 99951, .missed = 49};
    std::vector<Duration> elapsed;
    const Sample sample{
        .measurement = measurement, .tally = tally, .elapsed = elapsed, .required = row.required};
    EXPECT_EQ(is_attained(sample), row.attained) << row.required.numerator;
  }
}

TEST(Statistic, no_volume_attains_nothing_and_misses_nothing) {
  for (const Statistic statistic : {Statistic::ratio, Statistic::percentile, Statistic::mean,
                                    Statistic::maximum, Statistic::count}) {
    Measurement measurement{.statistic = statistic,
                            .percentile = 95,
                            .required = Ratio{95, 100},
                            .limit = minutes{5},
                            .at_most = 3};
    std::vector<Duration> elapsed;
    const Sample sample{
        .measurement = measurement, .tally = {}, .elapsed = elapsed, .required = {95, 100}};
    EXPECT_EQ(is_attained(sample), std::nullopt) << key_of(statistic);
    EXPECT_EQ(statistic_of(sample), std::nullopt) << key_of(statistic);
  }
}

TEST(Statistic, a_small_sample_may_miss_what_its_clause_allows) {
  Measurement measurement{.required = Ratio{95, 100},
                          .small_sample = SmallSample{.under = 10, .allowed = 1}};
  const struct {
    Tally tally;
    bool attained;
  } rows[] = {
      {{.met = 3, .missed = 1}, true},
      {{.met = 3, .missed = 2}, false},
      {{.met = 9, .missed = 1}, false},
  };
  for (const auto& row : rows) {
    std::vector<Duration> elapsed;
    const Sample sample{
        .measurement = measurement, .tally = row.tally, .elapsed = elapsed, .required = {95, 100}};
    EXPECT_EQ(is_attained(sample), row.attained) << row.tally.met << "/" << row.tally.measured();
  }
}

}  // namespace
}  // namespace vigie
