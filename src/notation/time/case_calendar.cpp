// Calendars and policies of cases. Source: the schema of `vigie time`, docs/reference/time.md.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "notation/time/case_fields.h"
#include "notation/time/read_time.h"

namespace vigie {

namespace json = boost::json;

namespace {

constexpr std::string_view weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

DayHours hours_of(const json::value& value, const std::string& what) {
  DayHours hours;
  for (const json::value& window : array_of(value, what)) {
    const json::array& ends = array_of(window, what);
    if (ends.size() != 2) throw BadCase{what + ": a window has a start and an end"};
    const auto from = read_time_of_day(text_of(ends[0], what));
    auto to = read_time_of_day(text_of(ends[1], what));
    if (!from || !to) throw BadCase{what + ": a time of day is 09:00, 18:30:15 or 24:00"};
    if (*to <= *from) *to += std::chrono::hours{24};
    hours.push_back({*from, *to});
  }
  return hours;
}

WeekHours week_of(const json::object& weekly) {
  WeekHours week;
  for (const auto& [day, hours] : weekly) {
    const auto* const found = std::find(std::begin(weekdays), std::end(weekdays), day);
    if (found == std::end(weekdays)) throw BadCase{"weekly: unknown day " + std::string{day}};
    week[static_cast<std::size_t>(found - std::begin(weekdays))] = hours_of(hours, "weekly");
  }
  return week;
}

std::map<CivilDay, DayHours> exceptions_of(const json::object& calendar, const std::string& key) {
  std::map<CivilDay, DayHours> exceptions;
  const json::value* found = optional_field(calendar, key);
  if (found == nullptr) return exceptions;
  for (const auto& [date, hours] : object_of(*found, key)) {
    const auto day = read_day(date);
    if (!day) throw BadCase{key + ": unknown date " + std::string{date}};
    exceptions[*day] = hours_of(hours, key);
  }
  return exceptions;
}

std::set<CivilDay> days_of(const json::object& calendar, std::string_view key) {
  std::set<CivilDay> days;
  if (const json::value* found = optional_field(calendar, key)) {
    for (const json::value& day : array_of(*found, key)) days.insert(day_of(day, key));
  }
  return days;
}

std::set<YearlyDate> yearly_of(const json::object& calendar) {
  std::set<YearlyDate> dates;
  constexpr std::string_view key = "yearly_holidays";
  if (const json::value* found = optional_field(calendar, key)) {
    for (const json::value& value : array_of(*found, key)) {
      // 2000 is a leap year: 02-29 is a date like any other.
      const auto day = read_day("2000-" + std::string{text_of(value, key)});
      if (!day) throw BadCase{"yearly_holidays: a yearly date is written 12-25"};
      const std::chrono::year_month_day date{*day};
      dates.insert({static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())});
    }
  }
  return dates;
}

std::vector<DayRange> ranges_of(const json::object& calendar) {
  std::vector<DayRange> ranges;
  constexpr std::string_view key = "holiday_ranges";
  if (const json::value* found = optional_field(calendar, key)) {
    for (const json::value& value : array_of(*found, key)) {
      const json::array& ends = array_of(value, key);
      if (ends.size() != 2) throw BadCase{"holiday_ranges: a range has a first and a last day"};
      ranges.push_back({day_of(ends[0], key), day_of(ends[1], key)});
    }
  }
  return ranges;
}

template <class List>
void set_word(List& held, const json::value& value, std::string_view policy) {
  const std::string written{text_of(value, policy)};
  if (const auto word = from_key<List>(written)) {
    held = *word;
    return;
  }
  std::string known;
  for (const Word& word : Vocabulary<List>::words) {
    known.append(known.empty() ? "" : ", ").append(word.key);
  }
  throw BadCase{"policy " + std::string{policy} + " has no value " + written + ": " + known};
}

}  // namespace

ServiceCalendar calendar_of(const json::object& calendar) {
  ServiceCalendar read{.name = {}, .zone = {}, .versions = {{}}, .windows = {}};
  read.zone = text_of(field(calendar, "time_zone"), "time_zone");
  CalendarVersion& version = read.versions.front();
  if (const json::value* weekly = optional_field(calendar, "weekly")) {
    version.week = week_of(object_of(*weekly, "weekly"));
  }
  if (const json::value* sets = optional_field(calendar, "holiday_sets")) {
    for (const json::value& set : array_of(*sets, "holiday_sets")) {
      version.holidays.sets.emplace_back(text_of(set, "holiday_sets"));
    }
  }
  version.holidays.dates = days_of(calendar, "holidays");
  version.holidays.yearly = yearly_of(calendar);
  version.holidays.ranges = ranges_of(calendar);
  version.worked = days_of(calendar, "worked");
  version.shifts = exceptions_of(calendar, "shifts");
  version.extra = exceptions_of(calendar, "extra");
  version.breaks = exceptions_of(calendar, "breaks");
  return read;
}

void read_policies(const json::object& policy, Policies& policies) {
  EdgeConventions& edges = policies.edges;
  AnswerConventions& answers = policies.answers;
  for (const auto& [key, value] : policy) {
    const std::string_view name = key;
    const auto is = [&](std::string_view wanted) { return name == wanted; };
    if (is("deadline_at_close"))
      set_word(answers.at_close, value, name);
    else if (is("backward_at_open"))
      set_word(answers.backward_at_open, value, name);
    else if (is("close_instant"))
      set_word(answers.close_instant, value, name);
    else if (is("zero_add"))
      set_word(answers.zero_add, value, name);
    else if (is("reversed_interval"))
      set_word(answers.reversed, value, name);
    else if (is("no_open_time"))
      set_word(answers.no_open_time, value, name);
    else if (is("add_days"))
      set_word(answers.add_days, value, name);
    else if (is("days_between"))
      set_word(answers.days_between, value, name);
    else if (is("pause_clock"))
      set_word(answers.pause_clock, value, name);
    else if (is("rounding"))
      set_word(answers.rounding, value, name);
    else if (is("zero_reported_as"))
      answers.zero_reported_as = seconds_of(value, name);
    else if (is("dst_gap"))
      set_word(edges.gap, value, name);
    else if (is("dst_fold_start"))
      set_word(edges.fold_of_opening, value, name);
    else if (is("dst_fold_end"))
      set_word(edges.fold_of_closing, value, name);
    else if (is("day_length"))
      set_word(edges.day_length, value, name);
    else if (is("holiday_scope"))
      set_word(edges.holiday_scope, value, name);
    else
      throw BadCase{"unknown policy " + std::string{name}};
  }
}

}  // namespace vigie
