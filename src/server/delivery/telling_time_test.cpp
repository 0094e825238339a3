#include "server/delivery/telling_time.h"

#include <gtest/gtest.h>

#include "connector/zone_folder.h"
#include "notation/scalar_hours.h"

namespace vigie {
namespace {

using Way = TellingTime::Way;

class TellingTimes : public testing::Test {
 protected:
  /// On the clocks of Paris; day 1 is Monday 2 March 2026.
  Instant at(int day, int hour, int minute = 0) const {
    const CivilDay monday{std::chrono::days{20'514}};
    return zone().instant_of_edge(CivilTime{monday + std::chrono::days{day - 1}} +
                                  std::chrono::hours{hour} + std::chrono::minutes{minute});
  }
  const Zone& zone() const { return *zones_.find("Europe/Paris"); }

  mutable ZoneFolder zones_;
};

TEST_F(TellingTimes, at_once_unless_something_else_is_preferred) {
  EXPECT_EQ(telling_time({.zone = {}, .hours = {}}, zone(), at(1, 3)).way, Way::at_once);
  EXPECT_EQ(
      telling_time({.email = EmailChoice::never, .zone = {}, .hours = {}}, zone(), at(1, 3)).way,
      Way::never);
}

TEST_F(TellingTimes, outside_of_hours_it_waits_for_the_next_opening) {
  const NoticePreferenceRow office{.zone = {}, .hours = "mon-fri 08:00-18:00"};
  EXPECT_EQ(telling_time(office, zone(), at(1, 8)).way, Way::at_once);
  const TellingTime evening = telling_time(office, zone(), at(5, 18));
  EXPECT_EQ(evening.way, Way::later);
  EXPECT_EQ(evening.until, at(8, 8));
}

TEST_F(TellingTimes, a_message_of_an_hour_comes_at_the_full_hour_or_at_the_opening) {
  NoticePreferenceRow hourly{.email = EmailChoice::hourly, .zone = {}, .hours = {}};
  EXPECT_EQ(telling_time(hourly, zone(), at(1, 9, 20)).until, at(1, 10));
  EXPECT_EQ(telling_time(hourly, zone(), at(1, 9)).until, at(1, 10));
  hourly.hours = "mon-fri 08:00-18:00";
  EXPECT_EQ(telling_time(hourly, zone(), at(1, 17, 20)).until, at(2, 8));
}

TEST_F(TellingTimes, a_message_of_a_day_comes_at_its_minute_across_a_clock_change) {
  const NoticePreferenceRow daily{
      .email = EmailChoice::daily, .digest_minute = 450, .zone = {}, .hours = {}};
  EXPECT_EQ(telling_time(daily, zone(), at(1, 7)).until, at(1, 7, 30));
  EXPECT_EQ(telling_time(daily, zone(), at(1, 7, 30)).until, at(2, 7, 30));
  // The clocks of Paris go forward in the night to Sunday 29 March: 22.5 hours later.
  EXPECT_EQ(telling_time(daily, zone(), at(27, 8)).until - at(27, 8), std::chrono::minutes{1'350});
}

TEST_F(TellingTimes, a_window_that_crosses_midnight_belongs_to_the_day_it_starts) {
  const auto night = week_hours_from("fri 22:00-06:00");
  ASSERT_TRUE(night);
  EXPECT_EQ(next_open_in(*night, zone(), at(6, 3)), at(6, 3));
  EXPECT_EQ(next_open_in(*night, zone(), at(6, 6)), at(12, 22));
  EXPECT_EQ(next_open_in({}, zone(), at(1, 3)), std::nullopt);
}

}  // namespace
}  // namespace vigie
