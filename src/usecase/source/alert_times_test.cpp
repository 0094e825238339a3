#include "usecase/source/alert_times.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

namespace vigie {
namespace {

constexpr Instant epoch{std::chrono::hours{500'000}};

struct Saying {
  std::optional<int> began;
  std::optional<int> ended;
};

AlertRow row_of(const Saying& saying) {
  AlertRow row{.fingerprint = "f", .item = "mail", .title = "x", .weight = 1'000};
  if (saying.began) row.began_at = epoch + std::chrono::minutes{*saying.began};
  if (saying.ended) row.ended_at = epoch + std::chrono::minutes{*saying.ended};
  return row;
}

/// "0-5 9-": minutes from epoch; "5!" is an end alone.
std::string told(const std::vector<Saying>& sayings, bool are_samples) {
  AlertTimes times{{}};
  for (const Saying& saying : sayings) {
    times.take(row_of(saying), are_samples, saying.ended.has_value());
  }
  const auto minute = [](Instant at) {
    return std::to_string(std::chrono::duration_cast<std::chrono::minutes>(at - epoch).count());
  };
  std::string text;
  for (const KeptAlert& each : times.all()) {
    text += (text.empty() ? "" : " ") + minute(each.row.began_at);
    if (each.row.ended_at == each.row.began_at) {
      text += "!";
      continue;
    }
    text += "-" + (each.row.ended_at ? minute(*each.row.ended_at) : "");
  }
  return text;
}

TEST(AlertTimes, of_whole_alerts_each_beginning_is_one_time) {
  EXPECT_EQ(told({{0, {}}, {0, {}}, {0, 5}, {0, {}}, {9, {}}}, false), "0-5 9-");
  EXPECT_EQ(told({{9, {}}, {0, 5}}, false), "0-5 9-");
  EXPECT_EQ(told({{0, 5}, {0, 7}}, false), "0-5");
}

TEST(AlertTimes, another_weight_goes_on_with_the_time_once_it_is_an_outage) {
  const auto heard = [](int minute, std::int64_t weight) {
    AlertRow row = row_of({0, {}});
    row.heard_at = epoch + std::chrono::minutes{minute};
    row.weight = weight;
    return row;
  };
  AlertTimes times{{}};
  times.take(heard(1, 500), false, false);
  times.take(heard(2, 250), false, false);
  ASSERT_EQ(times.all().size(), 1U);
  EXPECT_EQ(times.all()[0].row.weight, 250) << "it is no outage yet";
  times.set_outage(0, Key<OutageRow>{1});
  for (const int minute : {3, 4}) times.take(heard(minute, 1'000), false, false);
  ASSERT_EQ(times.all().size(), 2U);
  EXPECT_EQ(times.all()[1].row.began_at, epoch + std::chrono::minutes{3});
  EXPECT_TRUE(times.all()[1].row.continues);
  AlertRow end = heard(9, 1'000);
  end.ended_at = epoch + std::chrono::minutes{8};
  times.take(std::move(end), false, true);
  EXPECT_FALSE(times.all()[0].row.ended_at);
  EXPECT_EQ(times.all()[1].row.ended_at, epoch + std::chrono::minutes{8});
}

TEST(AlertTimes, of_what_was_seen_a_time_lasts_from_down_to_up) {
  EXPECT_EQ(told({{0, {}}, {3, {}}, {{}, 6}, {{}, 6}}, true), "0- 3-6");
  EXPECT_EQ(told({{{}, 6}, {0, {}}}, true), "0-6");
  EXPECT_EQ(told({{3, {}}, {0, {}}, {{}, 6}}, true), "0- 3-6");
  EXPECT_EQ(told({{0, {}}, {{}, 6}, {3, {}}}, true), "0- 3-6");
  EXPECT_EQ(told({{{}, 6}}, true), "6!");
  EXPECT_EQ(told({{{}, 6}, {6, {}}}, true), "6!");
  EXPECT_EQ(told({{0, {}}, {{}, 6}, {{}, 4}}, true), "0-4 6!");
}

std::vector<Saying> in_another_order(std::vector<Saying> sayings) {
  std::mt19937 chance{*rc::gen::arbitrary<std::uint32_t>()};
  std::ranges::shuffle(sayings, chance);
  return sayings;
}

RC_GTEST_PROP(AlertTimes, whole_alerts_come_to_the_same_in_any_order, ()) {
  const int count = *rc::gen::inRange(1, 6);
  std::vector<Saying> sayings;
  for (int i = 0; i < count; ++i) {
    sayings.push_back({i * 10, {}});
    if (*rc::gen::arbitrary<bool>()) sayings.push_back({i * 10, i * 10 + 5});
    if (*rc::gen::arbitrary<bool>()) sayings.push_back({i * 10, {}});
  }
  const std::string in_order = told(sayings, false);
  RC_ASSERT(told(in_another_order(sayings), false) == in_order);
}

RC_GTEST_PROP(AlertTimes, what_was_seen_comes_to_the_same_outages_in_any_order, ()) {
  const int count = *rc::gen::inRange(1, 5);
  std::vector<Saying> sayings;
  for (int i = 0; i < count; ++i) {
    sayings.push_back({i * 10, {}});
    if (*rc::gen::arbitrary<bool>()) sayings.push_back({i * 10 + 2, {}});
    sayings.push_back({{}, i * 10 + 5});
  }
  const std::string in_order = told(sayings, true);
  RC_ASSERT(told(in_another_order(sayings), true) == in_order);
}

}  // namespace
}  // namespace vigie
