#include "engine/calendar/compile_hours.h"

#include <gtest/gtest.h>

#include "engine/calendar/civil_for_test.h"
#include "engine/time/zones_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using namespace std::chrono;

ServiceCalendar split_shift() {
  ServiceCalendar calendar{.name = "office", .zone = "Europe/Paris", .versions = {}, .windows = {}};
  CalendarVersion version;
  for (int day = 0; day < 5; ++day) {
    version.week[static_cast<std::size_t>(day)] = {{hours{9}, hours{12}}, {hours{14}, hours{18}}};
  }
  version.holidays.sets = {"fr"};
  calendar.versions = {version};
  return calendar;
}

class CompileHours : public testing::Test {
 protected:
  HoursIndex compile(const ServiceCalendar& calendar, EdgeConventions conventions = {}) {
    return compile_hours(calendar, {.zones = zones, .conventions = conventions}).value();
  }
  Instant at(int y, unsigned m, unsigned d, int h = 0, int min = 0) {
    return zones.find("Europe/Paris")->instant_of_stamp(on(y, m, d) + hours{h} + minutes{min});
  }
  ZonesForTest zones;
};

TEST_F(CompileHours, counts_open_time_over_lunch_weekends_and_holidays) {
  const HoursIndex office = compile(split_shift());
  EXPECT_EQ(office.between(at(2026, 4, 30, 11), at(2026, 4, 30, 15)), hours{2});
  EXPECT_EQ(office.between(at(2026, 4, 30, 17), at(2026, 5, 4, 10)), hours{2});  // 1 May is closed
  EXPECT_EQ(office.between(at(2026, 5, 4, 10), at(2026, 4, 30, 17)), hours{0});
  EXPECT_TRUE(office.is_holiday(on(2026, 5, 1)));
  EXPECT_FALSE(office.is_business_day(on(2026, 5, 1)));
  EXPECT_FALSE(office.is_business_day(on(2026, 5, 2)));
  EXPECT_TRUE(office.is_business_day(on(2026, 5, 4)));
}

TEST_F(CompileHours, a_budget_that_ends_at_closing_time_is_due_at_closing_time) {
  const HoursIndex office = compile(split_shift());
  const struct {
    Instant from;
    Duration budget;
    Instant close;
    Instant reopen;
  } rows[] = {
      {at(2026, 4, 30, 17), hours{1}, at(2026, 4, 30, 18), at(2026, 5, 4, 9)},
      {at(2026, 4, 30, 10), hours{2}, at(2026, 4, 30, 12), at(2026, 4, 30, 14)},
      {at(2026, 4, 30, 10), hours{3}, at(2026, 4, 30, 15), at(2026, 4, 30, 15)},
      {at(2026, 5, 1, 10), hours{0}, at(2026, 5, 4, 9), at(2026, 5, 4, 9)},
      {at(2026, 4, 30, 10), hours{0}, at(2026, 4, 30, 10), at(2026, 4, 30, 10)},
      {at(2045, 7, 13, 17), hours{2}, at(2045, 7, 17, 10), at(2045, 7, 17, 10)},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(office.deadline(row.from, row.budget), row.close);
    EXPECT_EQ(office.deadline(row.from, row.budget, DeadlineAtClose::reopen), row.reopen);
  }
  EXPECT_FALSE(office.deadline(at(2199, 12, 31, 17), hours{5}).has_value());
}

TEST_F(CompileHours, a_calendar_that_never_opens_has_no_deadline) {
  ServiceCalendar never{.name = "never", .zone = "UTC", .versions = {{}}, .windows = {}};
  const HoursIndex hours_of_never = compile(never);
  EXPECT_EQ(hours_of_never.size(), 0U);
  EXPECT_FALSE(hours_of_never.deadline(at(2026, 1, 1), hours{1}).has_value());
  EXPECT_FALSE(hours_of_never.deadline(at(2026, 1, 1), hours{0}).has_value());
  EXPECT_EQ(hours_of_never.between(at(2026, 1, 1), at(2027, 1, 1)), hours{0});
}

TEST_F(CompileHours, a_calendar_open_at_every_instant_is_one_interval) {
  const HoursIndex always = compile(always_open("always", "Europe/Paris"));
  EXPECT_TRUE(always.is_always_open());
  EXPECT_EQ(always.size(), 1U);
  EXPECT_EQ(always.deadline(at(2026, 3, 28, 12), hours{24}), at(2026, 3, 28, 12) + hours{24});
}

TEST_F(CompileHours, a_day_of_clock_change_lasts_23_or_25_hours) {
  ServiceCalendar all_day = always_open("days", "Europe/Paris");
  all_day.versions[0].holidays.dates = {on(2026, 3, 28), on(2026, 3, 30), on(2026, 10, 24),
                                        on(2026, 10, 26)};
  const HoursIndex real = compile(all_day);
  EXPECT_EQ(real.between(at(2026, 3, 28), at(2026, 3, 31)), hours{23});
  EXPECT_EQ(real.between(at(2026, 10, 24), at(2026, 10, 27)), hours{25});
}

TEST_F(CompileHours, versions_hold_from_their_day_until_the_next) {
  ServiceCalendar calendar = split_shift();
  CalendarVersion later = calendar.versions[0];
  for (DayHours& day : later.week) {
    if (!day.empty()) day = {{hours{8}, hours{20}}};
  }
  later.from = on(2026, 3, 4);
  calendar.versions[0].from = on(2026, 3, 3);
  calendar.versions.push_back(later);
  const HoursIndex office = compile(calendar);
  EXPECT_EQ(office.between(at(2026, 3, 2), at(2026, 3, 3)), hours{0});  // before the first
  EXPECT_EQ(office.between(at(2026, 3, 3), at(2026, 3, 4)), hours{7});
  EXPECT_EQ(office.between(at(2026, 3, 4), at(2026, 3, 5)), hours{12});
  EXPECT_FALSE(office.is_business_day(on(2026, 3, 2)));
}

TEST_F(CompileHours, a_named_window_stands_for_the_week) {
  ServiceCalendar calendar = split_shift();
  WeekHours& extended = calendar.windows["extended"];
  for (DayHours& day : extended) day = {{hours{7}, hours{22}}};
  const HoursIndex hours_of_window =
      compile_hours(calendar, {.zones = zones, .window = "extended"}).value();
  EXPECT_EQ(hours_of_window.between(at(2026, 3, 7), at(2026, 3, 8)), hours{15});
  EXPECT_EQ(hours_of_window.between(at(2026, 5, 1), at(2026, 5, 2)), hours{0});
}

TEST_F(CompileHours, one_calendar_serves_sites_in_their_zone_with_their_holidays) {
  ServiceCalendar calendar = split_shift();
  calendar.zone.clear();
  calendar.zone_of_site = true;
  calendar.versions[0].holidays.of_site = true;
  const std::vector<std::string> of_site = {"fr-reunion"};
  const HoursIndex reunion =
      compile_hours(calendar,
                    {.zones = zones, .site_zone = "Indian/Reunion", .site_holidays = of_site})
          .value();
  EXPECT_TRUE(calendar.follows_site());
  EXPECT_EQ(reunion.next_open(at(2026, 3, 3)), at(2026, 3, 3, 6));  // 09:00 is 06:00 in Paris
  EXPECT_TRUE(reunion.is_holiday(on(2027, 12, 20)));
  EXPECT_FALSE(compile_hours(calendar, {.zones = zones}).has_value());  // a site without zone
}

TEST_F(CompileHours, a_holiday_cuts_the_evening_shift_at_midnight_unless_worked) {
  ServiceCalendar nights{.name = "nights", .zone = "Europe/Paris", .versions = {{}}, .windows = {}};
  for (DayHours& day : nights.versions[0].week) day = {{hours{22}, hours{30}}};
  nights.versions[0].holidays.dates = {on(2026, 5, 1)};
  EXPECT_EQ(compile(nights).between(at(2026, 4, 30, 12), at(2026, 5, 1, 12)), hours{2});
  EXPECT_EQ(compile(nights).between(at(2026, 5, 1, 12), at(2026, 5, 2, 12)), hours{6});
  EXPECT_EQ(compile(nights, {.holiday_scope = HolidayScope::start_day})
                .between(at(2026, 5, 1, 12), at(2026, 5, 2, 12)),
            hours{0});
  nights.versions[0].worked = {on(2026, 5, 1)};
  EXPECT_EQ(compile(nights).between(at(2026, 4, 30, 12), at(2026, 5, 2, 12)), hours{16});
}

TEST_F(CompileHours, the_digest_changes_with_whatever_changes_an_answer) {
  const std::string same = compile(split_shift()).digest();
  EXPECT_EQ(same.size(), 32U);
  EXPECT_EQ(compile(split_shift()).digest(), same);
  ServiceCalendar other = split_shift();
  other.versions[0].holidays.dates = {on(2045, 3, 6)};
  EXPECT_NE(compile(other).digest(), same);
  other = split_shift();
  other.versions[0].week[0][0].to += minutes{1};
  EXPECT_NE(compile(other).digest(), same);
}

TEST_F(CompileHours, refuses_what_it_does_not_know_and_proposes_what_is_near) {
  ServiceCalendar calendar = split_shift();
  calendar.zone = "Europe/Pari";
  auto zone = compile_hours(calendar, {.zones = zones});
  ASSERT_FALSE(zone.has_value());
  EXPECT_EQ(zone.error().code, FaultCode::unknown_zone);
  EXPECT_EQ(zone.error().cures.at(0).write, "Europe/Paris");

  calendar = split_shift();
  calendar.versions[0].holidays.sets = {"fr-alsace"};
  auto holidays = compile_hours(calendar, {.zones = zones});
  ASSERT_FALSE(holidays.has_value());
  EXPECT_EQ(holidays.error().code, FaultCode::unknown_holidays);
  EXPECT_EQ(holidays.error().cures.at(0).write, "fr-alsace-moselle");

  auto window = compile_hours(split_shift(), {.zones = zones, .window = "extended"});
  ASSERT_FALSE(window.has_value());
  EXPECT_EQ(window.error().code, FaultCode::unknown_window);
}

}  // namespace
}  // namespace vigie
