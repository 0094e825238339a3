#include "engine/calendar/business_days.h"

#include <gtest/gtest.h>

#include "engine/calendar/calendar_span.h"
#include "engine/calendar/compile_hours.h"
#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using namespace std::chrono;

class BusinessDaysTest : public testing::Test {
 protected:
  BusinessDaysTest() {
    ServiceCalendar calendar{
        .name = "office", .zone = "Europe/Paris", .versions = {{}}, .windows = {}};
    for (std::size_t day = 0; day < 5; ++day) {
      calendar.versions[0].week[day] = {{hours{9}, hours{12}}, {hours{14}, hours{18}}};
    }
    calendar.versions[0].holidays.sets = {"fr"};
    office_ = compile_hours(calendar, {.zones = zones_}).value();
  }
  const HoursIndex& office() const { return *office_; }
  Instant at(int y, unsigned m, unsigned d, int h = 0, int min = 0) const {
    const CivilDay day{year{y} / month{m} / d};
    return office().zone().instant_of_stamp(day + hours{h} + minutes{min});
  }

 private:
  ZonesForTest zones_;
  std::optional<HoursIndex> office_;
};

// 2026: Friday 1 May is closed, and so are 8 May (Friday), 14 May (Thursday), 25 May (Monday).
TEST_F(BusinessDaysTest, the_day_of_receipt_is_day_zero) {
  const BusinessDayRule one{.days = 1};
  const BusinessDayRule end{.days = 1, .by = DueBy::end_of_day};
  const BusinessDayRule four{.days = 1, .by = DueBy::time_of_day, .at = hours{16}};
  const BusinessDayRule cut{.days = 1, .by = DueBy::end_of_day, .at = {}, .cut_off = hours{15}};
  const BusinessDayRule outside{.days = 1,
                                .by = DueBy::same_time,
                                .at = {},
                                .cut_off = {},
                                .received_outside_next_opening = true};
  const BusinessDayRule today{.days = 0, .by = DueBy::time_of_day, .at = hours{16}};
  const struct {
    const char* what;
    Instant received;
    BusinessDayRule rule;
    Instant due;
  } rows[] = {
      {"Tuesday", at(2026, 3, 3, 10), one, at(2026, 3, 4, 10)},
      {"Saturday, as it is", at(2026, 3, 7, 10), one, at(2026, 3, 9, 10)},
      {"Saturday, at the next opening", at(2026, 3, 7, 10), outside, at(2026, 3, 10, 9)},
      {"over 1 May", at(2026, 4, 30, 10), one, at(2026, 5, 4, 10)},
      {"closed at that time: next opening", at(2026, 3, 3, 20), one, at(2026, 3, 5, 9)},
      {"at noon: afternoon", at(2026, 3, 3, 13), one, at(2026, 3, 4, 14)},
      {"by end of day", at(2026, 3, 3, 10), end, at(2026, 3, 4, 18)},
      {"by 16:00", at(2026, 3, 3, 10), four, at(2026, 3, 4, 16)},
      {"at the cut-off", at(2026, 3, 3, 15), cut, at(2026, 3, 4, 18)},
      {"after the cut-off", at(2026, 3, 3, 15, 1), cut, at(2026, 3, 5, 18)},
      {"a closed day with a cut-off", at(2026, 3, 7, 10), cut, at(2026, 3, 10, 18)},
      {"the same day by 16:00", at(2026, 3, 3, 10), today, at(2026, 3, 3, 16)},
      {"the same day by 16:00, received at 17:00", at(2026, 3, 3, 17), today, at(2026, 3, 4, 16)},
      {"across the change of 29 March", at(2026, 3, 27, 10), one, at(2026, 3, 30, 10)},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(due_in_business_days(office(), row.received, row.rule), row.due) << row.what;
  }
}

TEST_F(BusinessDaysTest, counts_back_and_between) {
  const auto day = [](unsigned m, unsigned d) { return CivilDay{year{2026} / month{m} / d}; };
  EXPECT_EQ(nth_business_day(office(), day(5, 4), -1), day(4, 30));
  EXPECT_EQ(nth_business_day(office(), day(5, 4), 0), day(5, 4));
  EXPECT_EQ(nearest_business_day(office(), day(5, 1), 1), day(5, 4));
  EXPECT_EQ(nearest_business_day(office(), day(5, 1), -1), day(4, 30));
  const struct {
    CivilDay from;
    CivilDay to;
    DaysBetween how;
    std::int64_t days;
  } rows[] = {
      {day(4, 30), day(5, 4), DaysBetween::exclusive_end, 1},
      {day(4, 30), day(5, 4), DaysBetween::inclusive, 2},
      {day(4, 30), day(5, 4), DaysBetween::count_entered, 1},
      {day(5, 1), day(5, 4), DaysBetween::exclusive_end, 0},
      {day(5, 4), day(4, 30), DaysBetween::exclusive_end, -1},
      {day(5, 1), day(6, 1), DaysBetween::exclusive_end, 17},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(business_days_between(office(), row.from, row.to, row.how), row.days);
  }
}

TEST_F(BusinessDaysTest, spans_go_from_date_to_date_or_as_the_law_counts) {
  const struct {
    const char* what;
    Instant from;
    SpanRule span;
    Instant due;
  } rows[] = {
      {"7 calendar days", at(2026, 3, 25, 10), {7, 0, false}, at(2026, 4, 1, 10)},
      {"1 month from the 31st", at(2026, 1, 31, 10), {0, 1, false}, at(2026, 2, 28, 10)},
      {"2 months", at(2026, 1, 31, 10), {0, 2, false}, at(2026, 3, 31, 10)},
      {"1 day to a skipped hour", at(2026, 3, 28, 2, 30), {1, 0, false}, at(2026, 3, 29, 3, 30)},
      {"3 legal days", at(2026, 3, 3, 23), {3, 0, true}, at(2026, 3, 7)},
      {"4 legal days end on Saturday: Monday", at(2026, 3, 3), {4, 0, true}, at(2026, 3, 10)},
      {"1 legal month ends on 1 May: 4 May", at(2026, 4, 1, 9), {0, 1, true}, at(2026, 5, 5)},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(due_after_span(office(), row.from, row.span), row.due) << row.what;
  }
  EXPECT_FALSE(due_after_span(office(), at(2199, 1, 1), {366, 0, false}).has_value());
  EXPECT_FALSE(due_after_span(office(), at(2026, 1, 1), {0, 1 << 30, false}).has_value());
  EXPECT_EQ(end_of_day(office().zone(), at(2026, 3, 29, 12)), at(2026, 3, 30));
}

}  // namespace
}  // namespace vigie
