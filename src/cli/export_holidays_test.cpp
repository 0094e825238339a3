#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "cli/program.h"

namespace vigie {
namespace {

struct Ran {
  Exit exit;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err};
  const Exit exit = run_program(arguments, console);
  return {exit, out.str(), err.str()};
}

class ExportHolidays : public testing::Test {
 protected:
  void SetUp() override { path_ = testing::TempDir() + "vigie_holidays.ics"; }
  void TearDown() override { std::remove(path_.c_str()); }
  Ran run_on(const std::string& text) {
    std::ofstream{path_} << text;
    return run(
        {"export", "holidays", "--icalendar", path_, "--from", "2026-01-01", "--to", "2026-12-31"});
  }
  std::string path_;
};

TEST_F(ExportHolidays, all_day_events_become_a_clause_that_a_calendar_takes) {
  const Ran ran = run_on(
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260515\r\n"
      "SUMMARY:Pont de l'Ascension\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
      "DTSTART;VALUE=DATE:20251224\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n");
  EXPECT_EQ(ran.exit, Exit::done) << ran.err;
  EXPECT_EQ(ran.out, "holidays:\n  - 2026-05-15  # Pont de l'Ascension\n  - 2026-12-24\n");
}

TEST_F(ExportHolidays, a_file_that_is_no_calendar_is_refused_at_its_line) {
  const Ran ran = run_on("date;name\n2026-05-15;Pont\n");
  EXPECT_EQ(ran.exit, Exit::faults);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("vigie_holidays.ics:1"), std::string::npos) << ran.err;
}

TEST_F(ExportHolidays, a_file_that_is_absent_and_a_day_that_is_none_are_told_apart) {
  EXPECT_EQ(run({"export", "holidays", "--icalendar", path_ + ".absent", "--from", "2026-01-01",
                 "--to", "2026-12-31"})
                .exit,
            Exit::world_failed);
  EXPECT_EQ(
      run({"export", "holidays", "--icalendar", path_, "--from", "1/1/2026", "--to", "2026-12-31"})
          .exit,
      Exit::wrong_usage);
}

}  // namespace
}  // namespace vigie
