#include "usecase/source/told_outage.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

using enum OutageWord;

constexpr Instant noon{std::chrono::hours{500'000}};
Instant at(int minute) { return noon + std::chrono::minutes{minute}; }

/// What is recorded of an outage, one event after the other.
class Recorded {
 public:
  Recorded& add(const OutageStep& step, const std::string& source = "prom") {
    events_.push_back({.sequence = std::ssize(events_) + 1,
                       .happened_at = step.at,
                       .word = step.word,
                       .weight = step.weight,
                       .source = source,
                       .supersedes = step.corrects});
    return *this;
  }
  /// Records what is to be, so that `wanted` holds; gives how many events that took.
  std::size_t want(const std::vector<OutageStep>& wanted) {
    const auto steps = steps_to_record(steps_recorded(events_, "prom"), wanted);
    for (const OutageStep& step : steps) add(step);
    return steps.size();
  }

 private:
  std::vector<OutageEventRow> events_;
};

TEST(ToldOutage, what_is_missing_is_added_once) {
  Recorded recorded;
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}}), 1U);
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}}), 0U);
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}, {restored, at(5)}}), 1U);
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}, {restored, at(5)}}), 0U);
}

TEST(ToldOutage, what_is_otherwise_is_corrected_and_what_is_too_much_is_withdrawn) {
  Recorded recorded;
  recorded.want({{detected, at(0), 1'000}, {restored, at(5)}});
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}, {restored, at(7)}}), 1U);
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}}), 1U);
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}, {restored, at(9)}}), 1U);
  EXPECT_EQ(recorded.want({}), 2U);
  EXPECT_EQ(recorded.want({}), 0U);
  EXPECT_EQ(recorded.want({{detected, at(0), 500}}), 1U);
}

TEST(ToldOutage, what_a_person_has_corrected_is_left_alone) {
  Recorded recorded;
  recorded.want({{detected, at(0), 1'000}, {restored, at(5)}});
  recorded.add({restored, at(3), {}, 2}, "");
  recorded.add({confirmed, at(8)}, "");
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}, {restored, at(7)}}), 0U);
  EXPECT_EQ(recorded.want({{detected, at(0), 1'000}}), 0U);
  EXPECT_EQ(recorded.want({}), 1U);
}

}  // namespace
}  // namespace vigie
