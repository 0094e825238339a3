#include "engine/calendar/holidays.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <set>

#include "engine/calendar/civil_for_test.h"
#include "engine/calendar/holiday_rule.h"
#include "engine/calendar/holiday_sets.h"

namespace vigie {
namespace {

using std::chrono::days;
using std::chrono::year;

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string text_of(CivilDay day) {
  const std::chrono::year_month_day date{day};
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day()));
}

std::set<std::string> dates_of(std::string_view set, int first, int last) {
  std::set<std::string> dates;
  const auto holidays = holidays_of(set, on(first, 1, 1), on(last, 12, 31)).value();
  for (const Holiday& holiday : holidays) dates.insert(text_of(holiday.day));
  return dates;
}

TEST(Holidays, easter_falls_where_the_tables_say) {
  const CivilDay sundays[] = {on(1981, 4, 19), on(2000, 4, 23), on(2008, 3, 23), on(2011, 4, 24),
                              on(2019, 4, 21), on(2024, 3, 31), on(2026, 4, 5),  on(2038, 4, 25),
                              on(2045, 4, 9),  on(2049, 4, 18), on(2076, 4, 19), on(2100, 3, 28),
                              on(2199, 4, 14)};
  for (const CivilDay sunday : sundays) {
    EXPECT_EQ(easter_sunday(std::chrono::year_month_day{sunday}.year()), sunday) << text_of(sunday);
  }
}

/// Sets with one year each, whole.
struct YearOfSet {
  const char* set;
  int year;
  std::vector<std::string> dates;  // MM-DD
};
const YearOfSet years_of_sets[] = {
    {"fr",
     2026,
     {"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11",
      "12-25"}},
    {"fr",
     1981,
     {"01-01", "04-20", "05-01", "05-28", "06-08", "07-14", "08-15", "11-01", "11-11", "12-25"}},
    {"fr-alsace-moselle",
     2026,
     {"01-01", "04-03", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
      "11-11", "12-25", "12-26"}},
    {"fr-reunion",
     2026,
     {"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11",
      "12-20", "12-25"}},
    {"be",
     2026,
     {"01-01", "04-06", "05-01", "05-14", "05-25", "07-21", "08-15", "11-01", "11-11", "12-25"}},
    {"lu",
     2018,
     {"01-01", "04-02", "05-01", "05-10", "05-21", "06-23", "08-15", "11-01", "12-25", "12-26"}},
    {"lu",
     2026,
     {"01-01", "04-06", "05-01", "05-09", "05-14", "05-25", "06-23", "08-15", "11-01", "12-25",
      "12-26"}},
    {"ch", 2026, {"08-01"}},
    {"ch-ge",
     2026,
     {"01-01", "04-03", "04-06", "05-14", "05-25", "08-01", "09-10", "12-25", "12-31"}},
    {"ch-vd",
     2026,
     {"01-01", "01-02", "04-03", "04-06", "05-14", "05-25", "08-01", "09-21", "12-25"}},
    {"ch-zh",
     2026,
     {"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "08-01", "12-25", "12-26"}},
    {"ch-ti",
     2026,
     {"01-01", "01-06", "03-19", "04-06", "05-01", "05-14", "05-25", "06-04", "06-29", "08-01",
      "08-15", "11-01", "12-08", "12-25", "12-26"}},
    {"de", 2026, {"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"}},
    {"de-sn",
     2026,
     {"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "10-31", "11-18", "12-25",
      "12-26"}},
    {"gb-eng",
     2026,
     {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26", "12-28"}},
    {"gb-sct",
     2023,
     {"01-01", "01-02", "01-03", "04-07", "05-01", "05-08", "05-29", "08-07", "11-30", "12-25",
      "12-26"}},
    {"gb-nir",
     2026,
     {"01-01", "03-17", "04-03", "04-06", "05-04", "05-25", "07-12", "07-13", "08-31", "12-25",
      "12-26", "12-28"}},
    {"us",
     2026,
     {"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "07-04", "09-07", "10-12", "11-11",
      "11-26", "12-25"}},
};

TEST(Holidays, each_set_has_its_days_of_a_year) {
  for (const YearOfSet& row : years_of_sets) {
    std::set<std::string> expected;
    for (const std::string& date : row.dates) {
      expected.insert(std::to_string(row.year) + "-" + date);
    }
    EXPECT_EQ(dates_of(row.set, row.year, row.year), expected) << row.set << " " << row.year;
  }
}

TEST(Holidays, moved_and_single_days_are_in_their_year_alone) {
  const struct {
    const char* set;
    CivilDay day;
    bool is_holiday;
  } rows[] = {
      {"fr-guyane", on(1983, 6, 10), false},  {"fr-guyane", on(1984, 6, 10), true},
      {"fr-reunion", on(1983, 12, 20), true}, {"fr-mayotte", on(2026, 4, 27), true},
      {"de", on(2017, 10, 31), true},         {"de", on(2018, 10, 31), false},
      {"de-ni", on(2016, 10, 31), false},     {"de-ni", on(2018, 10, 31), true},
      {"de-be", on(2018, 3, 8), false},       {"de-be", on(2019, 3, 8), true},
      {"de-be", on(2020, 5, 8), true},        {"de-be", on(2021, 5, 8), false},
      {"de-be", on(2025, 5, 8), true},        {"de-be", on(2028, 6, 17), true},
      {"de-th", on(2019, 9, 20), true},       {"de-th", on(2018, 9, 20), false},
      {"de-mv", on(2022, 3, 8), false},       {"de-mv", on(2023, 3, 8), true},
      {"gb-eng", on(2020, 5, 4), false},      {"gb-eng", on(2020, 5, 8), true},
      {"gb-eng", on(1995, 5, 1), false},      {"gb-eng", on(1995, 5, 8), true},
      {"gb-eng", on(2002, 5, 27), false},     {"gb-eng", on(2002, 6, 3), true},
      {"gb-eng", on(2002, 6, 4), true},       {"gb-eng", on(2011, 4, 29), true},
      {"gb-eng", on(2012, 6, 4), true},       {"gb-eng", on(2012, 6, 5), true},
      {"gb-eng", on(2022, 5, 30), false},     {"gb-eng", on(2022, 6, 2), true},
      {"gb-eng", on(2022, 6, 3), true},       {"gb-eng", on(2022, 9, 19), true},
      {"gb-eng", on(2023, 5, 8), true},       {"gb-eng", on(2021, 12, 27), true},
      {"gb-eng", on(2021, 12, 28), true},     {"gb-eng", on(2022, 12, 27), true},
      {"gb-sct", on(2022, 1, 3), true},       {"gb-sct", on(2022, 1, 4), true},
      {"gb-sct", on(2026, 4, 6), false},      {"us", on(2021, 6, 18), true},
      {"us", on(2020, 6, 19), false},         {"us", on(2021, 12, 31), true},
      {"us", on(1985, 1, 21), false},         {"us", on(1986, 1, 20), true},
      {"us", on(1975, 10, 27), true},         {"us", on(1975, 11, 11), false},
      {"us", on(2023, 11, 10), true},         {"us", on(2022, 12, 26), true},
  };
  for (const auto& row : rows) {
    const auto found = holidays_of(row.set, row.day, row.day);
    EXPECT_EQ(!found->empty(), row.is_holiday) << row.set << " " << text_of(row.day);
  }
}

TEST(Holidays, two_that_fall_on_one_day_are_both_there) {
  const auto both = holidays_of("fr", on(2008, 5, 1), on(2008, 5, 1));
  ASSERT_EQ(both->size(), 2U);
  EXPECT_EQ((*both)[0].name, "Fête du Travail");
  EXPECT_EQ((*both)[1].english, "Ascension Day");
}

TEST(Holidays, every_set_can_be_named_and_its_parent_exists) {
  std::set<std::string_view> seen;
  for (const HolidaySet& set : holiday_sets()) {
    EXPECT_TRUE(seen.insert(set.key).second) << set.key;
    EXPECT_TRUE(set.includes.empty() || seen.contains(set.includes)) << set.key;
    EXPECT_TRUE(holidays_of(set.key, on(2026, 1, 1), on(2026, 12, 31)).has_value());
  }
  EXPECT_FALSE(holidays_of("atlantis", on(2026, 1, 1), on(2026, 12, 31)).has_value());
  EXPECT_THAT(holiday_set_names(), testing::SizeIs(seen.size()));
}

TEST(Holidays, those_of_france_agree_with_a_list_made_elsewhere) {
  const std::string path = "../shared/data/holidays-fr/holidays_fr_2000_2050.csv";
  std::ifstream file{path};
  if (!file) {
    std::cout << "note: not checked, " << path << " is absent\n";
    GTEST_SKIP() << path << " is absent";
  }
  std::set<std::string> everywhere;
  std::set<std::string> alsace_moselle;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    alsace_moselle.insert(line.substr(0, 10));
    if (line.find("alsace") == std::string::npos) everywhere.insert(line.substr(0, 10));
  }
  EXPECT_EQ(everywhere.size(), 560U);
  EXPECT_EQ(dates_of("fr", 2000, 2050), everywhere);
  EXPECT_EQ(dates_of("fr-alsace-moselle", 2000, 2050), alsace_moselle);
}

}  // namespace
}  // namespace vigie
