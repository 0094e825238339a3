#include "notation/time/read_recurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "notation/page/rfc3339.h"
#include "notation/time/read_time.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using namespace std::chrono;

std::vector<std::string> expand(const char* rule, const char* start, std::size_t most) {
  std::vector<std::string> found;
  for (const CivilTime at :
       occurrences(read_recurrence(rule).value(), *read_civil_time(start), {.most = most})) {
    found.push_back(rfc3339_local(at));
  }
  return found;
}

// Source: RFC 5545, section 3.8.5.3 (examples).
struct Example {
  const char* rule;
  const char* start;
  std::vector<std::string> days;  // the first ones; the time of day is 09:00
};
const Example examples[] = {
    {"FREQ=DAILY;COUNT=10", "1997-09-02", {"1997-09-02", "1997-09-03", "1997-09-04"}},
    {"FREQ=DAILY;INTERVAL=10;COUNT=5",
     "1997-09-02",
     {"1997-09-02", "1997-09-12", "1997-09-22", "1997-10-02", "1997-10-12"}},
    {"FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", {"1998-01-01", "1998-01-02"}},
    {"FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
     "1997-09-02",
     {"1997-09-02", "1997-09-04", "1997-09-16", "1997-09-18", "1997-09-30"}},
    {"FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", {"1997-09-05", "1997-10-03", "1997-11-07"}},
    {"FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
     "1997-09-07",
     {"1997-09-07", "1997-09-28", "1997-11-02", "1997-11-30", "1998-01-04"}},
    {"FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", {"1997-09-22", "1997-10-20", "1997-11-17"}},
    {"FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", {"1997-09-28", "1997-10-29", "1997-11-28"}},
    {"FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
     "1997-09-30",
     {"1997-09-30", "1997-10-01", "1997-10-31", "1997-11-01"}},
    {"FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
     "1997-09-10",
     {"1997-09-10", "1997-09-11", "1997-09-12", "1997-09-13", "1997-09-14", "1997-09-15",
      "1999-03-10"}},
    {"FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
     "1997-01-01",
     {"1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01", "2000-04-09", "2000-07-18"}},
    {"FREQ=YEARLY;BYDAY=20MO", "1997-05-19", {"1997-05-19", "1998-05-18", "1999-05-17"}},
    {"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", {"1997-05-12", "1998-05-11", "1999-05-17"}},
    {"FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
     "1997-03-13",
     {"1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"}},
    {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
     "1997-09-02",
     {"1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"}},
    {"FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
     "1996-11-05",
     {"1996-11-05", "2000-11-07", "2004-11-02"}},
    {"FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
     "1997-09-04",
     {"1997-09-04", "1997-10-07", "1997-11-06"}},
    {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
     "1997-09-29",
     {"1997-09-29", "1997-10-30", "1997-11-27", "1997-12-30", "1998-01-29"}},
    {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
     "1997-08-05",
     {"1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"}},
    {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
     "1997-08-05",
     {"1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"}},
    {"FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
     "2007-01-15",
     {"2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"}},
    // Source: RFC 7529, section 3.
    {"RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=4",
     "2014-01-31",
     {"2014-01-31", "2014-03-01", "2014-03-31", "2014-05-01"}},
    {"RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD;COUNT=3",
     "2016-02-29",
     {"2016-02-29", "2017-02-28", "2018-02-28"}},
};

TEST(Recurrence, gives_the_examples_of_its_standard) {
  for (const Example& row : examples) {
    std::vector<std::string> expected;
    for (const std::string& day : row.days) expected.push_back(day + "T09:00:00");
    const std::string start = std::string{row.start} + "T09:00:00";
    EXPECT_EQ(expand(row.rule, start.c_str(), expected.size()), expected) << row.rule;
  }
}

TEST(Recurrence, periods_shorter_than_a_day_count_hours_minutes_and_seconds) {
  EXPECT_THAT(
      expand("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", "1997-09-02T09:00:00", 9),
      testing::ElementsAre("1997-09-02T09:00:00", "1997-09-02T12:00:00", "1997-09-02T15:00:00"));
  EXPECT_THAT(expand("FREQ=MINUTELY;INTERVAL=90;COUNT=4", "1997-09-02T09:00:00", 9),
              testing::ElementsAre("1997-09-02T09:00:00", "1997-09-02T10:30:00",
                                   "1997-09-02T12:00:00", "1997-09-02T13:30:00"));
  const auto daily = expand("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
                            "1997-09-02T09:00:00", 100);
  const auto minutely =
      expand("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", "1997-09-02T09:00:00", 100);
  EXPECT_EQ(daily, minutely);
}

TEST(Recurrence, a_rule_that_never_comes_ends) {
  for (const char* rule :
       {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=31", "FREQ=MINUTELY;BYHOUR=3;BYYEARDAY=366;BYMONTH=1"}) {
    EXPECT_TRUE(expand(rule, "2024-01-02T00:00:00", 10).empty()) << rule;
  }
}

TEST(Recurrence, a_huge_interval_comes_once) {
  for (const char* rule : {"FREQ=YEARLY;INTERVAL=65536", "FREQ=YEARLY;INTERVAL=1000000",
                           "FREQ=MONTHLY;INTERVAL=786432", "FREQ=WEEKLY;INTERVAL=1000000",
                           "FREQ=DAILY;INTERVAL=1000000"}) {
    EXPECT_THAT(expand(rule, "2024-01-02T00:00:00", 10),
                testing::ElementsAre("2024-01-02T00:00:00"))
        << rule;
  }
  EXPECT_TRUE(expand("FREQ=YEARLY;BYWEEKNO=53;INTERVAL=65536", "2024-01-02T00:00:00", 10).empty());
}

TEST(Recurrence, refuses_parts_it_cannot_read_at_their_column) {
  const struct {
    const char* rule;
    int column;
  } rows[] = {
      {"", 1},
      {"INTERVAL=2", 1},
      {"FREQ=OFTEN", 1},
      {"FREQ=DAILY;INTERVAL=0", 12},
      {"FREQ=DAILY;COUNT=-1", 12},
      {"FREQ=DAILY;UNTIL=20260230", 12},
      {"FREQ=DAILY;BYDAY=XX", 12},
      {"FREQ=MONTHLY;BYDAY=0MO", 14},
      {"FREQ=DAILY;BYHOUR=24", 12},
      {"FREQ=DAILY;BYMONTHDAY=0", 12},
      {"FREQ=DAILY;BYSETPOS=367", 12},
      {"FREQ=DAILY;COUNT=2;COUNT=3", 20},
      {"FREQ=DAILY;COUNT=2;UNTIL=20260101", 1},
      {"FREQ=DAILY;X", 12},
      {"RSCALE=HEBREW;FREQ=DAILY", 1},
  };
  for (const auto& row : rows) {
    const auto rule = read_recurrence(row.rule);
    ASSERT_FALSE(rule.has_value()) << row.rule;
    EXPECT_EQ(rule.error().code, FaultCode::recurrence_malformed) << row.rule;
    EXPECT_EQ(rule.error().place.column, row.column) << row.rule;
  }
}

TEST(Recurrence, windows_keep_their_local_time_across_a_clock_change) {
  ZonesForTest zones;
  const Zone& paris = *zones.find("Europe/Paris");
  const RecurringWindow sunday{
      .from = *read_civil_time("2026-03-22T01:00:00"),
      .to = *read_civil_time("2026-03-22T05:00:00"),
      .rule = read_recurrence("FREQ=WEEKLY;UNTIL=20260405T000000Z").value()};
  const auto windows = recurring_windows(
      sunday, paris,
      {*read_instant("2026-03-01T00:00:00Z"), *read_instant("2026-05-01T00:00:00Z")});
  ASSERT_EQ(windows.size(), 3U);
  EXPECT_EQ(windows[0].length(), hours{4});
  EXPECT_EQ(windows[1].length(), hours{3});  // 29 March: 02:00 to 03:00 does not exist
  EXPECT_EQ(rfc3339(windows[1].from), "2026-03-29T00:00:00Z");
  EXPECT_EQ(windows[2].length(), hours{4});  // 5 April 01:00 is 23:00Z the day before
}

}  // namespace
}  // namespace vigie
