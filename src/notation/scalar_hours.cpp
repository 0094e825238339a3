#include "notation/scalar_hours.h"

#include <algorithm>
#include <bitset>

#include "engine/base/text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds one_day = hours{24};
constexpr std::string_view day_names[7][4] = {
    {"mon", "monday", "lun", "lundi"},       {"tue", "tuesday", "mar", "mardi"},
    {"wed", "wednesday", "mer", "mercredi"}, {"thu", "thursday", "jeu", "jeudi"},
    {"fri", "friday", "ven", "vendredi"},    {"sat", "saturday", "sam", "samedi"},
    {"sun", "sunday", "dim", "dimanche"},
};

std::optional<std::size_t> take_day(ScalarCursor& cursor) {
  for (std::size_t day = 0; day < 7; ++day) {
    for (const auto name : day_names[day]) {
      if (cursor.take(name)) return day;
    }
  }
  return std::nullopt;
}

Fault time_fault(std::string_view text, std::string_view part) {
  return part_fault(FaultCode::time_malformed, text, part, {{"text", std::string{part}}},
                    {{"09:00", CureWord::none, {}}});
}

/// "09:00"; the part to underline when it is not one is what stands there.
Result<seconds> take_time(ScalarCursor& cursor, std::string_view text) {
  ScalarCursor start = cursor;
  const auto part = start.rest().substr(0, start.rest().find_first_of(" ,-"));
  const auto hour = cursor.take_number();
  if (part.size() != 5 || part[2] != ':' || !hour || !cursor.take_sign(":")) {
    return time_fault(text, part);
  }
  const auto minute = cursor.take_number();
  const auto at = minute ? seconds{hours{*hour} + minutes{*minute}} : seconds{-1};
  if (!minute || *minute > 59 || at > one_day) return time_fault(text, part);
  return at;
}

Result<Window> take_window(ScalarCursor& cursor, std::string_view text) {
  const auto part = cursor.rest().substr(0, cursor.rest().find_first_of(" ,"));
  const auto from = take_time(cursor, text);
  if (!from) return from.error();
  if (!cursor.take_sign("-")) {
    return part_fault(FaultCode::window_malformed, text, part, {{"text", std::string{part}}},
                      {{"09:00-18:00", CureWord::none, {}}});
  }
  const auto to = take_time(cursor, text);
  if (!to) return to.error();
  if (*from == *to || *from == one_day) {
    return part_fault(FaultCode::window_empty, text, part, {{"text", std::string{part}}},
                      {{"00:00-24:00", CureWord::whole_day, {}}});
  }
  return Window{*from, *to > *from ? *to : *to + one_day};
}

/// Takes windows while a digit follows; at least one.
Result<DayHours> take_windows(ScalarCursor& cursor, std::string_view text) {
  DayHours windows;
  do {
    const auto window = take_window(cursor, text);
    if (!window) return window.error();
    windows.push_back(*window);
  } while (cursor.next_is_digit());
  return windows;
}

/// Whether windows, put on a line that starts on Monday and wraps after `length`, overlap.
bool overlap(std::vector<Window> line, seconds length) {
  if (line.size() < 2) return false;
  std::sort(line.begin(), line.end());
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i].from < line[i - 1].to) return true;
  }
  return line.back().to > length && line.back().to - length > line.front().from;
}

bool week_overlaps(const WeekHours& week) {
  std::vector<Window> line;
  for (std::size_t day = 0; day < 7; ++day) {
    const auto start = one_day * static_cast<int>(day);
    for (const auto& window : week[day]) line.push_back({window.from + start, window.to + start});
  }
  return overlap(std::move(line), 7 * one_day);
}

/// "mon", "mon-fri" or "sat-sun"; a range may pass the end of the week ("sat-mon").
Result<std::bitset<7>> take_days(ScalarCursor& cursor, std::string_view text) {
  const auto part = cursor.rest().substr(0, cursor.rest().find_first_of(" ,"));
  const auto fault = [&] {
    return part_fault(FaultCode::weekday_unknown, text, part, {{"text", std::string{part}}},
                      {{"mon-fri 09:00-18:00", CureWord::none, {}}});
  };
  const auto first = take_day(cursor);
  if (!first) return fault();
  std::bitset<7> days;
  days.set(*first);
  if (!cursor.take_sign("-")) return days;
  const auto last = take_day(cursor);
  if (!last) return fault();
  for (auto day = *first; day != *last; day = (day + 1) % 7) days.set(day);
  days.set(*last);
  return days;
}

Result<WeekHours> take_week(ScalarCursor& cursor, std::string_view text) {
  WeekHours week;
  std::bitset<7> days;
  while (!cursor.at_end()) {
    const auto group = take_days(cursor, text);
    if (!group) return group.error();
    days |= *group;
    if (cursor.take_sign(",")) continue;  // "mon, wed 09:00-12:00"
    const auto windows = take_windows(cursor, text);
    if (!windows) return windows.error();
    for (std::size_t day = 0; day < 7; ++day) {
      if (days[day]) week[day].insert(week[day].end(), windows->begin(), windows->end());
    }
    days.reset();
    if (!cursor.at_end() && !cursor.take_sign(",")) {
      return scalar_fault(
          FaultCode::window_malformed, text, {{"text", std::string{text}}},
          {{"mon-fri 09:00-12:00 14:00-18:00, sat 09:00-12:00", CureWord::none, {}}});
    }
  }
  return week;
}

std::string_view day_name(std::size_t day) { return day_names[day][0]; }

}  // namespace

Result<seconds> time_of_day_from(std::string_view text) {
  ScalarCursor cursor{text};
  auto at = take_time(cursor, text);
  if (at && !cursor.at_end()) return time_fault(text, text);
  return at;
}

Result<DayHours> day_hours_from(std::string_view text) {
  ScalarCursor cursor{text};
  if (cursor.take("closed") && cursor.at_end()) return DayHours{};
  auto windows = take_windows(cursor, text);
  if (!windows) return windows.error();
  if (!cursor.at_end()) {
    return scalar_fault(FaultCode::window_malformed, text, {{"text", std::string{text}}},
                        {{"09:00-12:00 14:00-18:00", CureWord::none, {}}});
  }
  DayHours day = *windows;
  std::sort(day.begin(), day.end());
  // A day has no neighbour here: only its own windows can overlap.
  if (overlap(day, 7 * one_day)) {
    return scalar_fault(FaultCode::windows_overlap, text, {{"text", std::string{text}}});
  }
  return day;
}

Result<WeekHours> week_hours_from(std::string_view text) {
  ScalarCursor cursor{text};
  if (cursor.take("24x7") && cursor.at_end()) {
    WeekHours always;
    always.fill({Window{seconds{0}, one_day}});
    return always;
  }
  if (cursor.take("closed") && cursor.at_end()) return WeekHours{};
  auto week = take_week(cursor, text);
  if (!week) return week.error();
  WeekHours sorted = *week;
  for (auto& day : sorted) std::sort(day.begin(), day.end());
  if (week_overlaps(sorted)) {
    return scalar_fault(FaultCode::windows_overlap, text, {{"text", std::string{text}}});
  }
  return sorted;
}

std::string time_of_day_text(seconds at) {
  const auto digits = [](std::int64_t number) {
    return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
  };
  return digits(at.count() / 3600).append(":").append(digits(at.count() / 60 % 60));
}

std::string day_hours_text(const DayHours& day) {
  std::string text;
  for (const auto& window : day) {
    if (!text.empty()) text += ' ';
    const auto to = window.to > one_day ? window.to - one_day : window.to;
    text.append(time_of_day_text(window.from)).append("-").append(time_of_day_text(to));
  }
  return text.empty() ? "closed" : text;
}

std::string week_hours_text(const WeekHours& week) {
  if (std::all_of(week.begin(), week.end(), [](const DayHours& day) {
        return day == DayHours{Window{seconds{0}, one_day}};
      })) {
    return "24x7";
  }
  std::string text;
  for (std::size_t day = 0; day < 7; ++day) {
    if (week[day].empty()) continue;
    auto last = day;
    while (last + 1 < 7 && week[last + 1] == week[day]) ++last;
    if (!text.empty()) text += ", ";
    text += day_name(day);
    if (last > day) text.append("-").append(day_name(last));
    text.append(" ").append(day_hours_text(week[day]));
    day = last;
  }
  return text.empty() ? "closed" : text;
}

}  // namespace vigie
