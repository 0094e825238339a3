#include "notation/icalendar.h"
#include "engine/calendar/civil_for_test.h"
#include "vocabulary/fault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vigie {
namespace {

using std::chrono::year;

IcalendarHolidays holidays_of(const std::string& events) {
  return read_icalendar_holidays(
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n", "days.ics",
      {on(2025, 1, 1), on(2028, 12, 31)});
}

std::string day_event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:1@test\r\n" + lines + "END:VEVENT\r\n";
}

TEST(Icalendar, gives_the_days_of_all_day_events) {
  const struct {
    const char* what;
    std::string lines;
    std::vector<CivilDay> days;
  } rows[] = {
      {"one day", "DTSTART;VALUE=DATE:20260501\r\n", {on(2026, 5, 1)}},
      {"to DTEND, not included",
       "DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260503\r\n",
       {on(2026, 5, 1), on(2026, 5, 2)}},
      {"for a duration",
       "DTSTART;VALUE=DATE:20260501\r\nDURATION:P2D\r\n",
       {on(2026, 5, 1), on(2026, 5, 2)}},
      {"each year until the end of what is asked, less one",
       "DTSTART;VALUE=DATE:20200714\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20260714\r\n",
       {on(2025, 7, 14), on(2027, 7, 14), on(2028, 7, 14)}},
      {"and other dates",
       "DTSTART;VALUE=DATE:20260501\r\nRDATE;VALUE=DATE:20260601,20260701\r\n",
       {on(2026, 5, 1), on(2026, 6, 1), on(2026, 7, 1)}},
      {"folded lines, an alarm inside",
       "DTSTART;VALUE=DA\r\n TE:2026\r\n\t0501\r\nBEGIN:VALARM\r\nDTSTART:x\r\nEND:VALARM\r\n",
       {on(2026, 5, 1)}},
      {"cancelled", "DTSTART;VALUE=DATE:20260501\r\nSTATUS:CANCELLED\r\n", {}},
      {"outside what is asked", "DTSTART;VALUE=DATE:20300501\r\n", {}},
  };
  for (const auto& row : rows) {
    const IcalendarHolidays read_days = holidays_of(day_event(row.lines));
    EXPECT_TRUE(read_days.faults.empty()) << row.what;
    std::vector<CivilDay> days;
    for (const NamedDay& day : read_days.days) days.push_back(day.day);
    EXPECT_EQ(days, row.days) << row.what;
  }
}

TEST(Icalendar, an_occurrence_that_was_moved_replaces_its_first_date) {
  const IcalendarHolidays moved = holidays_of(
      day_event("DTSTART;VALUE=DATE:20250504\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nSUMMARY:May\r\n") +
      day_event("DTSTART;VALUE=DATE:20260508\r\nRECURRENCE-ID;VALUE=DATE:20260504\r\n"
                "SUMMARY:May\\, moved\r\n"));
  EXPECT_THAT(moved.days, testing::ElementsAre(NamedDay{on(2025, 5, 4), "May"},
                                               NamedDay{on(2026, 5, 8), "May, moved"}));
}

TEST(Icalendar, events_with_a_time_of_day_are_counted_and_passed_over) {
  const IcalendarHolidays timed = holidays_of(day_event("DTSTART:20260501T090000Z\r\n"));
  EXPECT_TRUE(timed.days.empty());
  EXPECT_TRUE(timed.faults.empty());
  EXPECT_EQ(timed.timed_events, 1);
}

TEST(Icalendar, refuses_each_wrong_line_at_its_number) {
  const struct {
    std::string lines;
    int line;
    const char* why;
  } rows[] = {
      {day_event("DTSTART;VALUE=DATE:20260231\r\n"), 5, "DTSTART"},
      {day_event("DTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=SOMETIMES\r\n"), 6, "RRULE"},
      {day_event("DTSTART;VALUE=DATE:20260501\r\nEXDATE:tomorrow\r\n"), 6, "EXDATE"},
      {day_event("DTSTART;VALUE=DATE:20260501\r\nDURATION:P-1D\r\n"), 6, "DURATION"},
      {day_event("DTSTART;VALUE=DATE:20260501\r\nno colon here\r\n"), 6, "no colon here"},
      {day_event("SUMMARY:When?\r\n"), 3, "without DTSTART"},
      {day_event("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260501\r\n"), 3, "ends before"},
      {"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260501\r\n", 3, "no end"},
  };
  for (const auto& row : rows) {
    const IcalendarHolidays refused = holidays_of(row.lines);
    ASSERT_FALSE(refused.faults.empty()) << row.why;
    EXPECT_EQ(refused.faults[0].code, FaultCode::icalendar_malformed) << row.why;
    EXPECT_EQ(refused.faults[0].place.line, row.line) << row.why;
    EXPECT_EQ(refused.faults[0].place.file, "days.ics");
    EXPECT_THAT(message_of(refused.faults[0], Language::en), testing::HasSubstr(row.why));
  }
  EXPECT_EQ(read_icalendar_holidays("<html>", "x", {on(2025, 1, 1), on(2025, 1, 2)}).faults.size(),
            1U);
}

TEST(Icalendar, a_hostile_rule_ends) {
  const IcalendarHolidays bounded = holidays_of(
      day_event("DTSTART;VALUE=DATE:19700101\r\nRRULE:FREQ=DAILY\r\nDURATION:P9999D\r\n"));
  EXPECT_LE(bounded.days.size(), 100'000U);
  EXPECT_FALSE(bounded.faults.empty());
}

}  // namespace
}  // namespace vigie
