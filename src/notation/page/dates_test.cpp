#include "notation/page/dates.h"

#include <gtest/gtest.h>

#include "notation/page/rfc3339.h"

namespace vigie {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;

TEST(Dates, a_day_is_written_as_each_language_does) {
  const local_days monday{2026y / std::chrono::March / 2};
  const local_days first{2026y / std::chrono::January / 1};
  EXPECT_EQ(day_text(monday, {.language = Language::en, .with_year = false}), "Mon 2 Mar");
  EXPECT_EQ(day_text(monday, {.language = Language::fr, .with_year = false}), "lun. 2 mars");
  EXPECT_EQ(date_text(first, {.language = Language::en}), "1 Jan 2026");
  EXPECT_EQ(date_text(first, {.language = Language::fr}), "1er janv. 2026");
  EXPECT_EQ(weekday_text(monday + std::chrono::days{1}, Language::fr), "mardi");
}

TEST(Dates, seconds_are_shown_only_when_there_are_some) {
  const CivilTime noon = local_days{2026y / std::chrono::March / 2} + 12h;
  EXPECT_EQ(moment_text(noon, {.language = Language::en}), "Mon 2 Mar 2026 12:00");
  EXPECT_EQ(time_text(noon + 7s), "12:00:07");
  EXPECT_EQ(time_text(noon + 250ms), "12:00:00.25");
}

TEST(Dates, a_week_puts_days_of_the_same_hours_together) {
  WeekHours week;
  for (std::size_t day = 0; day < 5; ++day) week[day] = {{9h, 12h}, {14h, 18h}};
  week[5] = {{22h, 30h}};
  EXPECT_EQ(week_text(week, Language::en), "Mon-Fri 09:00-12:00, 14:00-18:00; Sat 22:00-06:00");
  EXPECT_EQ(week_text(week, Language::fr),
            "lun.-ven. 09:00-12:00, 14:00-18:00\u202f; sam. 22:00-06:00");
  for (auto& day : week) day = {{0h, 24h}};
  EXPECT_EQ(week_text(week, Language::en), "24x7");
}

TEST(Dates, periods_are_named_as_people_say_them) {
  const std::pair<const char*, const char*> cases[] = {
      {"2016-03", "mars 2016"}, {"2016-Q1", "T1 2016"},          {"2016-H2", "S2 2016"},
      {"2016", "2016"},         {"2016-02-15", "15 févr. 2016"}, {"order-7", "order-7"}};
  for (const auto& [period, said] : cases) EXPECT_EQ(period_text(period, Language::fr), said);
  EXPECT_EQ(period_text("2016-03", Language::en), "Mar 2016");
  EXPECT_EQ(period_text("2016-Q1", Language::en), "Q1 2016");
}

TEST(Dates, programs_read_instants_in_utc_with_a_fraction_only_when_there_is_one) {
  const Instant noon = std::chrono::sys_days{2026y / std::chrono::March / 2} + 12h;
  EXPECT_EQ(rfc3339(noon), "2026-03-02T12:00:00Z");
  EXPECT_EQ(rfc3339(noon + 500ms), "2026-03-02T12:00:00.5Z");
  EXPECT_EQ(seconds_json(-1500ms), "-1.5");
}

}  // namespace
}  // namespace vigie
