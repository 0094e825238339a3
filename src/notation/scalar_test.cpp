// Compact scalars: what is written, and the spelling to which it comes down.
#include <gtest/gtest.h>

#include "notation/scalar_date.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_hours.h"
#include "notation/scalar_rate.h"
#include "notation/scalar_within.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct Spelling {
  std::string written;
  std::string plain;  // the spelling of our own, or the code of the fault
};

/// Reads, writes back, and reads what was written.
template <class Read, class Write>
void expect_spellings(const std::vector<Spelling>& table, Read read, Write write) {
  for (const auto& [written, plain] : table) {
    const auto value = read(written);
    const std::string got = value ? write(*value) : std::string{key_of(value.error().code)};
    EXPECT_EQ(got, plain) << written;
    if (!value) continue;
    const auto again = read(got);
    ASSERT_TRUE(again) << got;
    EXPECT_EQ(write(*again), got);
  }
}

Calendars office_and_shop() {
  Calendars calendars;
  for (const auto* name : {"office", "shop"}) {
    const auto week = week_hours_from(name == std::string{"shop"} ? "mon-sat 08:00-19:00"
                                                                  : "mon-fri 09:00-18:00");
    calendars[name] = {.name = name, .zone = "Europe/Paris", .versions = {{.week = *week}}};
  }
  return calendars;
}

TEST(Scalar, a_promise_is_read_in_its_four_kinds) {
  const auto calendars = office_and_shop();
  const auto read = [&](const std::string& text) { return within_from(text, calendars); };
  expect_spellings(
      {{"4h in office", "4h in office"},
       {"4 h in office", "4h in office"},
       {"4h30 in office", "4h30 in office"},
       {"4 hours 30 minutes in office", "4h30 in office"},
       {"4 heures in office", "4h in office"},
       {"90 min in always", "1h30 in always"},
       {"0h in office", "0h in office"},
       {"under 4h in office", "under 4h in office"},
       {"3 business days in office", "3 business days in office"},
       {"1 business day in shop by end of day", "1 business day in shop by end of day"},
       {"3 business days by 16:00, cut-off 15:00 in office",
        "3 business days in office by 16:00, cut-off 15:00"},
       {"2 jours ouvrés in office", "2 business days in office"},
       {"3 jours ouvrables in shop", "3 business days in shop"},
       {"1 jour ouvré in office", "1 business day in office"},
       {"7 calendar days", "7 calendar days"},
       {"7 jours calendaires", "7 calendar days"},
       {"2 months", "2 months"},
       {"2 mois", "2 months"},
       {"2 months 10 calendar days", "2 months 10 calendar days"},
       {"15 calendar days legal count in office", "15 calendar days legal count in office"},
       {"by last_day", "by last_day"},
       {"by end of last_day", "by end of last_day"},
       {"3 business days", "calendar_missing"},
       {"4h", "calendar_missing"},
       {"1 day in office", "day_ambiguous"},
       {"1 jour", "day_ambiguous"},
       {"2 days", "day_ambiguous"},
       {"at once", "target_vague"},
       {"ASAP", "target_vague"},
       {"sans délai", "target_vague"},
       {"4h in the office", "unknown_calendar"},
       {"4h office", "within_malformed"},
       {"4", "within_malformed"},
       {"999999999 business days in office", "within_malformed"},
       {"99999999999h in always", "within_malformed"}},
      read, within_text);
}

TEST(Scalar, an_opening_day_is_offered_in_the_hours_of_its_calendar) {
  const auto fault = within_from("2 jours in shop", office_and_shop()).error();
  ASSERT_EQ(fault.cures.size(), 3U);
  EXPECT_EQ(fault.cures[0].write, "22h in shop");
  EXPECT_EQ(fault.cures[1].write, "2 jours ouvrés in shop");
  EXPECT_EQ(fault.cures[2].write, "2 jours calendaires");
}

TEST(Scalar, hours_of_a_week_cross_midnight_and_speak_french) {
  expect_spellings(
      {{"mon-fri 09:00-18:00", "mon-fri 09:00-18:00"},
       {"lun-ven 09:00-12:00 14:00-18:00, sam 09:00-12:00",
        "mon-fri 09:00-12:00 14:00-18:00, sat 09:00-12:00"},
       {"Monday-Friday 09:00-18:00", "mon-fri 09:00-18:00"},
       {"mon, wed 09:00-12:00", "mon 09:00-12:00, wed 09:00-12:00"},
       {"sat-mon 22:00-06:00", "mon 22:00-06:00, sat-sun 22:00-06:00"},
       {"mon-sun 00:00-24:00", "24x7"},
       {"24x7", "24x7"},
       {"closed", "closed"},
       {"mon-fri 18:00-24:00", "mon-fri 18:00-24:00"},
       {"mon-fri 9:00-18:00", "time_malformed"},
       {"mon-fri 09:00-24:01", "time_malformed"},
       {"mon-fri 09:60-18:00", "time_malformed"},
       {"mon-fri", "time_malformed"},
       {"", "closed"},
       {"mon 20:00-08:00, tue 07:00-09:00", "windows_overlap"}},
      [](const std::string& text) { return week_hours_from(text); }, week_hours_text);
}

TEST(Scalar, rates_are_exact) {
  expect_spellings({{"95 %", "95 %"},
                    {"95%", "95 %"},
                    {"99.95 %", "99.95 %"},
                    {"99,9 %", "99.9 %"},
                    {"95/100", "95 %"},
                    {"5/7", "5/7"},
                    {"0 %", "0 %"},
                    {"100 %", "100 %"},
                    {"100.01 %", "rate_over_100"},
                    {"8/7", "rate_over_100"},
                    {"95", "rate_malformed"},
                    {"1/0", "rate_malformed"},
                    {"-5 %", "rate_malformed"},
                    {"99.1234567 %", "rate_malformed"}},
                   rate_from, rate_text);
}

TEST(Scalar, a_period_has_a_statistic_a_limit_and_a_length) {
  expect_spellings({{"95 %", "95 % per month"},
                    {"95/100 per quarter", "95 % per quarter"},
                    {"percentile 95 <= 4h", "percentile 95 <= 4h per month"},
                    {"mean <= 4h30 per quarter", "mean <= 4h30 per quarter"},
                    {"maximum <= 24h per contract month", "maximum <= 24h per contract month"},
                    {"count <= 3 per rolling 3 months", "count <= 3 per rolling 3 months"},
                    {"none per half", "none per half"},
                    {"90 % per order", "90 % per order"},
                    {"95 % per week", "period_malformed"},
                    {"percentile 101 <= 4h", "required_malformed"},
                    {"mean 4h", "required_malformed"}},
                   required_from, required_text);
}

TEST(Scalar, a_date_written_otherwise_is_answered_with_the_date_meant) {
  const std::vector<Spelling> table{
      {"2 mars 2026", "2026-03-02"},   {"1er août 2026", "2026-08-01"},
      {"March 2, 2026", "2026-03-02"}, {"02/03/2026", "2026-03-02"},
      {"31.12.2026", "2026-12-31"},    {"2026-02-29", "2026-02-28"}};
  for (const auto& [written, meant] : table) {
    const auto read = date_from(written);
    ASSERT_FALSE(read) << written;
    ASSERT_FALSE(read.error().cures.empty()) << written;
    EXPECT_EQ(read.error().cures.front().write, meant);
  }
}

TEST(Scalar, a_span_on_the_wall_clock_may_be_in_calendar_days) {
  EXPECT_EQ(*wall_span_from("5 calendar days"), Duration{hours{120}});
  EXPECT_EQ(*wall_span_from("48h"), Duration{hours{48}});
  EXPECT_EQ(*wall_span_from("1h 15min"), Duration{minutes{75}});
  EXPECT_EQ(wall_span_from("5 days").error().code, FaultCode::day_without_calendar);
}

}  // namespace
}  // namespace vigie
