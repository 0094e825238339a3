#include "notation/icalendar_maintenance.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "notation/page/rfc3339.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

const Interval years{Instant{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}},
                     Instant{std::chrono::sys_days{std::chrono::year{2028} / 1 / 1}}};

IcalendarMaintenance maintenance_of(const std::string& events) {
  static ZonesForTest zones;
  const std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
  return read_icalendar_maintenance({.text = text,
                                     .file = "work.ics",
                                     .zones = zones,
                                     .floating = *zones.find("Europe/Paris"),
                                     .within = years});
}

std::string window_event(const std::string& lines, const std::string& uid = "MW-1") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + lines + "END:VEVENT\r\n";
}

/// "FROM/TO FROM/TO".
std::string told(const IcalendarMaintenance& read) {
  std::string text;
  for (const IcalendarWindow& one : read.windows) {
    text += (text.empty() ? "" : " ") + rfc3339(one.interval.from) + "/" + rfc3339(one.interval.to);
  }
  return text;
}

TEST(IcalendarMaintenance, a_window_is_read_on_the_clock_that_it_names) {
  const struct {
    const char* what;
    std::string lines;
    std::string windows;
  } rows[] = {
      {"UTC", "DTSTART:20260315T010000Z\r\nDTEND:20260315T040000Z\r\n",
       "2026-03-15T01:00:00Z/2026-03-15T04:00:00Z"},
      {"a zone", "DTSTART;TZID=Asia/Kolkata:20260315T010000\r\nDURATION:PT1H30M\r\n",
       "2026-03-14T19:30:00Z/2026-03-14T21:00:00Z"},
      {"a zone in quotes", "DTSTART;TZID=\"Asia/Kolkata\":20260315T010000\r\nDURATION:PT1H\r\n",
       "2026-03-14T19:30:00Z/2026-03-14T20:30:00Z"},
      {"no zone: that of the reader", "DTSTART:20260315T010000\r\nDTEND:20260315T020000\r\n",
       "2026-03-15T00:00:00Z/2026-03-15T01:00:00Z"},
      {"an end on another clock",
       "DTSTART;TZID=Europe/Paris:20260315T010000\r\nDTEND:20260315T020000Z\r\n",
       "2026-03-15T00:00:00Z/2026-03-15T02:00:00Z"},
      {"a whole day", "DTSTART;VALUE=DATE:20260315\r\n",
       "2026-03-14T23:00:00Z/2026-03-15T23:00:00Z"},
      {"a day of clock change has 23 hours", "DTSTART;VALUE=DATE:20260329\r\n",
       "2026-03-28T23:00:00Z/2026-03-29T22:00:00Z"},
      {"cancelled", "DTSTART:20260315T010000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED\r\n", ""},
      {"outside what is asked", "DTSTART:20300315T010000Z\r\nDURATION:PT1H\r\n", ""},
      {"an alarm inside",
       "DTSTART:20260315T010000Z\r\nDURATION:PT1H\r\nBEGIN:VALARM\r\nDURATION:x\r\nEND:VALARM\r\n",
       "2026-03-15T01:00:00Z/2026-03-15T02:00:00Z"},
  };
  for (const auto& row : rows) {
    const auto found = maintenance_of(window_event(row.lines));
    EXPECT_TRUE(found.faults.empty()) << row.what;
    EXPECT_EQ(told(found), row.windows) << row.what;
  }
}

TEST(IcalendarMaintenance, a_window_that_comes_back_keeps_its_local_time) {
  const std::string weekly =
      "DTSTART;TZID=Europe/Paris:20260322T020000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n";
  // On 29 March the clocks of Paris skip the hour from 02:00: that window has no time.
  EXPECT_EQ(told(maintenance_of(window_event(weekly))),
            "2026-03-22T01:00:00Z/2026-03-22T02:00:00Z 2026-04-05T00:00:00Z/2026-04-05T01:00:00Z");
  EXPECT_EQ(
      told(maintenance_of(window_event(weekly + "EXDATE;TZID=Europe/Paris:20260405T020000\r\n" +
                                       "RDATE:20260401T100000Z\r\n"))),
      "2026-03-22T01:00:00Z/2026-03-22T02:00:00Z 2026-04-01T10:00:00Z/2026-04-01T11:00:00Z");
  const std::string moved =
      window_event(weekly) + window_event(
                                 "RECURRENCE-ID;TZID=Europe/Paris:20260405T020000\r\n"
                                 "DTSTART;TZID=Europe/Paris:20260406T220000\r\nDURATION:PT2H\r\n");
  EXPECT_EQ(told(maintenance_of(moved)),
            "2026-03-22T01:00:00Z/2026-03-22T02:00:00Z 2026-04-06T20:00:00Z/2026-04-06T22:00:00Z");
}

TEST(IcalendarMaintenance, a_rule_without_end_stops_where_nothing_is_asked_any_more) {
  const auto found = maintenance_of(
      window_event("DTSTART:20200101T010000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n"));
  EXPECT_TRUE(found.faults.empty());
  EXPECT_EQ(found.windows.size(), 365U + 365U + 365U);
  EXPECT_NE(found.windows[0].reference, found.windows[1].reference);
}

TEST(IcalendarMaintenance, it_is_announced_when_it_was_created_or_last_moved) {
  const std::string at = "DTSTART:20260315T010000Z\r\nDURATION:PT1H\r\n";
  const std::string stamped = "DTSTAMP:20260320T000000Z\r\n";
  const std::string created = "CREATED:20260301T090000Z\r\n";
  const std::string modified = "LAST-MODIFIED:20260314T180000Z\r\n";
  const auto announced = [&](const std::string& lines) {
    const auto found = maintenance_of(window_event(at + lines));
    const auto& instant = found.windows.at(0).announced_at;
    return instant ? rfc3339(*instant) : "never";
  };
  EXPECT_EQ(announced(""), "never");
  EXPECT_EQ(announced(stamped), "2026-03-20T00:00:00Z");
  EXPECT_EQ(announced(stamped + created + modified), "2026-03-01T09:00:00Z");
  EXPECT_EQ(announced(stamped + created + modified + "SEQUENCE:0\r\n"), "2026-03-01T09:00:00Z");
  EXPECT_EQ(announced(stamped + created + modified + "SEQUENCE:2\r\n"), "2026-03-14T18:00:00Z");
}

TEST(IcalendarMaintenance, categories_name_the_services) {
  const std::string at = "DTSTART:20260315T010000Z\r\nDURATION:PT1H\r\nSUMMARY:Core\\, twice\r\n";
  const auto all = maintenance_of(window_event(at)).windows;
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].of, "");
  EXPECT_EQ(all[0].reference, "MW-1");
  EXPECT_EQ(all[0].title, "Core, twice");
  const auto two = maintenance_of(window_event(at + "CATEGORIES:Network,Mail\\, web\r\n")).windows;
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].of, "Network");
  EXPECT_EQ(two[1].of, "Mail, web");
  EXPECT_NE(two[0].reference, two[1].reference);
}

TEST(IcalendarMaintenance, what_cannot_be_read_is_refused_at_its_line) {
  const struct {
    std::string events;
    FaultCode code;
    int line;
  } rows[] = {
      {window_event("DTSTART;TZID=Europe/Pari:20260315T010000\r\nDURATION:PT1H\r\n"),
       FaultCode::unknown_zone, 5},
      {window_event("DTSTART;TZID=Romance Standard Time:20260315T010000\r\nDURATION:PT1H\r\n"),
       FaultCode::unknown_zone, 5},
      {window_event("DTSTART:soon\r\n"), FaultCode::icalendar_malformed, 5},
      {window_event("DURATION:PT1H\r\n"), FaultCode::icalendar_malformed, 3},
      {window_event("DTSTART:20260315T010000Z\r\n"), FaultCode::icalendar_malformed, 3},
      {window_event("DTSTART:20260315T010000Z\r\nDTEND:20260315T000000Z\r\n"),
       FaultCode::icalendar_malformed, 3},
      {window_event("DTSTART:20260315T010000Z\r\nDURATION:1 hour\r\n"),
       FaultCode::icalendar_malformed, 6},
      {window_event("DTSTART:20260315T010000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=OFTEN\r\n"),
       FaultCode::icalendar_malformed, 7},
      {"BEGIN:VEVENT\r\n", FaultCode::icalendar_malformed, 3},
  };
  for (const auto& row : rows) {
    const auto found = maintenance_of(row.events);
    ASSERT_FALSE(found.faults.empty()) << row.events;
    EXPECT_EQ(found.faults[0].code, row.code) << row.events;
    EXPECT_EQ(found.faults[0].place.line, row.line) << row.events;
    EXPECT_EQ(found.faults[0].place.file, "work.ics");
  }
}

}  // namespace
}  // namespace vigie
