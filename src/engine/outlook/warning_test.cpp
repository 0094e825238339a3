#include "engine/outlook/warning.h"

#include <gtest/gtest.h>

#include "engine/calendar/civil_for_test.h"
#include "engine/calendar/compile_hours.h"
#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class Warnings : public testing::Test {
 protected:
  /// Monday to Friday, 08:00 to 18:00 in Paris, French holidays closed.
  Warnings() : hours_{compile_hours(calendar(), {.zones = zones_}).value()} {}
  static ServiceCalendar calendar() {
    ServiceCalendar office{.name = "office", .zone = "Europe/Paris"};
    office.versions.emplace_back();
    for (std::size_t day = 0; day < 5; ++day) {
      office.versions.back().week[day] = {{hours{8}, hours{18}}};
    }
    office.versions.back().holidays.sets = {"fr"};
    return office;
  }
  Instant at(int month, int day, int hour, int minute = 0) {
    return zones_.find("Europe/Paris")
        ->instant_of_stamp(on(2026, month, day) + hours{hour} + minutes{minute});
  }
  /// A clock of `target` that has run since `from` without a wait.
  RunningClock since(Instant from, Duration target) {
    return {.due = *hours_.deadline(from, target),
            .target = target,
            .running_since = from,
            .hours = hours_};
  }
  ZonesForTest zones_;
  HoursIndex hours_;
};

const WarningPoint an_hour{.used = {}, .left = hours{1}};
const WarningPoint three_quarters{.used = Ratio{3, 4}, .left = {}};

TEST_F(Warnings, an_open_hour_before_is_counted_in_hours_that_are_open) {
  const RunningClock night = since(at(3, 2, 17), hours{4});  // Monday
  EXPECT_EQ(night.due, at(3, 3, 11));
  EXPECT_EQ(warning_at(night, an_hour), at(3, 3, 10)) << "glpi#22678";
  const RunningClock weekend = since(at(3, 6, 17, 30), hours{1} + minutes{15});
  EXPECT_EQ(weekend.due, at(3, 9, 8, 45));
  EXPECT_EQ(warning_at(weekend, an_hour), at(3, 6, 17, 45)) << "on Friday";
}

TEST_F(Warnings, at_the_opening_of_a_monday_it_is_friday_that_is_told) {
  const RunningClock clock{
      .due = at(3, 9, 8), .target = hours{4}, .running_since = at(3, 6, 9), .hours = hours_};
  EXPECT_EQ(warning_at(clock, an_hour), at(3, 6, 17));
}

TEST_F(Warnings, an_hour_before_the_opening_that_is_due_is_told_at_the_opening) {
  const RunningClock clock = since(at(3, 6, 15), hours{4});
  EXPECT_EQ(clock.due, at(3, 9, 9));
  EXPECT_EQ(warning_at(clock, an_hour), at(3, 9, 8)) << "somebody is there, as not at closing time";
}

TEST_F(Warnings, holidays_and_changes_of_the_clocks_are_passed_over) {
  EXPECT_EQ(warning_at(since(at(7, 13, 17, 30), hours{1} + minutes{15}), an_hour),
            at(7, 13, 17, 45))
      << "the fourteenth of July is closed";
  EXPECT_EQ(warning_at(since(at(3, 27, 17, 30), hours{1} + minutes{15}), an_hour),
            at(3, 27, 17, 45))
      << "the clocks change on Sunday";
}

TEST_F(Warnings, a_share_of_the_target_is_of_its_open_time) {
  EXPECT_EQ(warning_at(since(at(3, 6, 16), hours{4}), three_quarters), at(3, 9, 9));
  EXPECT_EQ(warning_at(since(at(3, 6, 16), hours{4}), {.used = Ratio{1, 1}, .left = {}}),
            at(3, 9, 10));
  const RunningClock odd = since(at(3, 6, 16), Duration{10});
  EXPECT_EQ(warning_at(odd, three_quarters), at(3, 6, 16) + Duration{8}) << "no less than it";
}

TEST_F(Warnings, a_target_in_days_is_shared_on_the_wall_clock) {
  const RunningClock clock{.due = at(3, 9, 12),
                           .target = hours{72},
                           .is_in_days = true,
                           .running_since = at(3, 6, 12),
                           .hours = hours_};
  EXPECT_EQ(warning_at(clock, three_quarters), at(3, 8, 18));
  EXPECT_EQ(warning_at(clock, an_hour), at(3, 9, 11));
}

TEST_F(Warnings, a_clock_that_goes_on_beyond_the_point_is_told_of_then) {
  RunningClock clock = since(at(3, 2, 9), hours{4});
  clock.running_since = at(3, 2, 12, 30);
  EXPECT_EQ(warning_at(clock, an_hour), at(3, 2, 12, 30));
}

TEST_F(Warnings, a_point_that_the_target_does_not_hold_is_none) {
  EXPECT_EQ(warning_at(since(at(3, 2, 9), minutes{30}), an_hour), std::nullopt);
  EXPECT_EQ(warning_at(since(at(3, 2, 9), hours{1}), an_hour), std::nullopt);
}

}  // namespace
}  // namespace vigie
