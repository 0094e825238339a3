#include "engine/outage/alert.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

using std::chrono::minutes;

constexpr Instant noon{std::chrono::hours{500'000}};
constexpr FlappingRules at_once{};
constexpr FlappingRules patient{.opens_after = minutes{2}, .closes_after = minutes{5}};

Instant at(int minute) { return noon + minutes{minute}; }
AlertEpisode lasts(int from, int to) { return {.began = at(from), .ended = at(to)}; }
AlertEpisode goes_on(int from) { return {.began = at(from), .ended = {}}; }

/// "0-5 7-": minutes of each outage; "@9": when they change.
std::string told(const std::vector<AlertEpisode>& episodes, const FlappingRules& rules, int as_of) {
  const SpansOfAlert made = spans_of_alert(episodes, rules, at(as_of));
  const auto minute = [](Instant instant) {
    return std::to_string(std::chrono::duration_cast<minutes>(instant - noon).count());
  };
  std::string text;
  for (const AlertSpan& span : made.spans) {
    text += (text.empty() ? "" : " ") + minute(span.began) + "-";
    if (span.ended) text += minute(*span.ended);
  }
  if (made.changes_at) text += " @" + minute(*made.changes_at);
  return text;
}

TEST(Alert, without_rules_each_time_is_an_outage_at_once) {
  EXPECT_EQ(told({goes_on(0)}, at_once, 0), "0-");
  EXPECT_EQ(told({lasts(0, 5)}, at_once, 5), "0-5");
  EXPECT_EQ(told({lasts(0, 5), goes_on(7)}, at_once, 8), "0-5 7-");
}

TEST(Alert, what_is_shorter_than_opens_after_opens_nothing) {
  EXPECT_EQ(told({goes_on(0)}, patient, 1), " @2");
  EXPECT_EQ(told({goes_on(0)}, patient, 2), "0-");
  EXPECT_EQ(told({lasts(0, 1)}, patient, 1), "");
  EXPECT_EQ(told({lasts(0, 1)}, patient, 60), "");
  EXPECT_EQ(told({lasts(0, 2)}, patient, 60), "0-2");
  EXPECT_EQ(told({lasts(0, 1), lasts(3, 4), goes_on(6)}, patient, 7), " @8");
}

TEST(Alert, what_returns_within_closes_after_is_the_same_outage) {
  EXPECT_EQ(told({lasts(0, 3)}, patient, 7), "0- @8");
  EXPECT_EQ(told({lasts(0, 3)}, patient, 8), "0-3");
  EXPECT_EQ(told({lasts(0, 3), lasts(7, 8)}, patient, 60), "0-8");
  EXPECT_EQ(told({lasts(0, 3), lasts(8, 12)}, patient, 60), "0-3 8-12");
  EXPECT_EQ(told({lasts(0, 3), goes_on(7)}, patient, 60), "0-");
}

TEST(Alert, one_that_ends_later_than_now_has_not_ended_yet) {
  EXPECT_EQ(told({lasts(0, 5)}, at_once, 4), "0- @5");
  EXPECT_EQ(told({goes_on(3)}, at_once, 2), " @3");
}

TEST(Alert, an_end_that_was_never_heard_is_at_the_next_beginning) {
  EXPECT_EQ(told({goes_on(0), lasts(10, 12)}, at_once, 60), "0-12");
  EXPECT_EQ(told({goes_on(0), goes_on(10)}, at_once, 60), "0-");
}

TEST(Alert, an_end_alone_is_no_outage) {
  EXPECT_EQ(told({lasts(4, 4)}, at_once, 60), "");
  EXPECT_EQ(told({lasts(0, 3), lasts(6, 6)}, patient, 60), "0-3");
}

TEST(Alert, a_short_one_that_is_a_part_of_an_earlier_outage_goes_on_with_it) {
  std::vector<AlertEpisode> episodes{lasts(0, 1), lasts(3, 4)};
  EXPECT_EQ(told(episodes, patient, 60), "");
  episodes.front().counts = true;
  EXPECT_EQ(told(episodes, patient, 60), "0-4");
}

TEST(Alert, another_weight_within_an_outage_is_a_change_of_it) {
  const std::vector<AlertEpisode> episodes{{.began = at(0), .ended = at(5), .weight = 500},
                                           {.began = at(7), .ended = at(9), .weight = 1'000}};
  const SpansOfAlert made = spans_of_alert(episodes, patient, at(60));
  ASSERT_EQ(made.spans.size(), 1U);
  EXPECT_EQ(made.spans[0].weight, 500);
  ASSERT_EQ(made.spans[0].changes.size(), 1U);
  EXPECT_EQ(made.spans[0].changes[0].at, at(7));
  EXPECT_EQ(made.spans[0].changes[0].weight, 1'000);
}

}  // namespace
}  // namespace vigie
