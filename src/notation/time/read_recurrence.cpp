#include "notation/time/read_recurrence.h"
#include "vocabulary/fault.h"

#include <charconv>
#include <set>
#include <string>

namespace vigie {
namespace {

std::optional<int> read_whole(std::string_view text, int least, int most) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number >= least && number <= most ? std::optional{number} : std::nullopt;
}

std::optional<std::chrono::weekday> read_weekday(std::string_view text) {
  constexpr std::string_view names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  for (unsigned i = 0; i < std::size(names); ++i) {
    if (names[i] == text) return std::chrono::weekday{i};
  }
  return std::nullopt;
}

/// Calls `read` on each text between commas; false as soon as it says so.
template <class Read>
bool each_between_commas(std::string_view list, Read read) {
  while (true) {
    const auto comma = list.find(',');
    if (!read(list.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    list.remove_prefix(comma + 1);
  }
}

/// Whole numbers of 1 to `most`, or also from the end; `least` 0 where numbers begin at 0.
bool read_numbers(std::string_view list, int least, int most, std::vector<int>& numbers) {
  return each_between_commas(list, [&](std::string_view text) {
    const auto number = read_whole(text, least, most);
    if (!number || (least < 0 && *number == 0)) return false;
    numbers.push_back(*number);
    return true;
  });
}

bool read_weekdays(std::string_view list, std::vector<RecurringWeekday>& weekdays) {
  return each_between_commas(list, [&](std::string_view text) {
    if (text.size() < 2) return false;
    const auto weekday = read_weekday(text.substr(text.size() - 2));
    text.remove_suffix(2);
    const auto nth = text.empty() ? std::optional{0} : read_whole(text, -53, 53);
    if (!weekday || !nth || (!text.empty() && *nth == 0)) return false;
    weekdays.push_back({*nth, *weekday});
    return true;
  });
}

template <class List>
bool read_word(std::string_view text, List& held) {
  std::string small{text};
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto word = from_key<List>(small);
  if (word) held = *word;
  return word.has_value();
}

bool read_until(std::string_view text, RecurrenceRule& rule) {
  const auto stamp = read_calendar_stamp(text);
  if (!stamp) return false;
  rule.until = stamp->at;
  rule.until_is_utc = stamp->is_utc;
  return true;
}

bool read_count(std::string_view text, std::optional<int>& count) {
  count = read_whole(text, 1, 1'000'000'000);
  return count.has_value();
}

bool read_interval(std::string_view text, int& interval) {
  const auto number = read_whole(text, 1, 1'000'000);
  interval = number.value_or(1);
  return number.has_value();
}

bool read_week_start(std::string_view text, std::chrono::weekday& week_start) {
  const auto weekday = read_weekday(text);
  if (weekday) week_start = *weekday;
  return weekday.has_value();
}

/// False when the part is unknown or its value is out of range.
bool read_part(std::string_view name, std::string_view value, RecurrenceRule& rule) {
  if (name == "FREQ") return read_word(value, rule.frequency);
  if (name == "INTERVAL") return read_interval(value, rule.interval);
  if (name == "COUNT") return read_count(value, rule.count);
  if (name == "UNTIL") return read_until(value, rule);
  if (name == "BYSECOND") return read_numbers(value, 0, 60, rule.seconds);
  if (name == "BYMINUTE") return read_numbers(value, 0, 59, rule.minutes);
  if (name == "BYHOUR") return read_numbers(value, 0, 23, rule.hours);
  if (name == "BYDAY") return read_weekdays(value, rule.weekdays);
  if (name == "BYMONTHDAY") return read_numbers(value, -31, 31, rule.month_days);
  if (name == "BYYEARDAY") return read_numbers(value, -366, 366, rule.year_days);
  if (name == "BYWEEKNO") return read_numbers(value, -53, 53, rule.weeks);
  if (name == "BYMONTH") return read_numbers(value, 1, 12, rule.months);
  if (name == "BYSETPOS") return read_numbers(value, -366, 366, rule.positions);
  if (name == "WKST") return read_week_start(value, rule.week_start);
  if (name == "SKIP") return read_word(value, rule.skip);
  if (name == "RSCALE") return value == "GREGORIAN";
  return false;
}

Fault malformed(std::string_view part, std::size_t at, const char* why) {
  Fault fault{FaultCode::recurrence_malformed, {}, {}, {}};
  fault.arguments = {{"part", std::string{part}}, {"why", why}};
  fault.place.column = static_cast<int>(at) + 1;
  fault.place.length = static_cast<int>(std::max<std::size_t>(part.size(), 1));
  return fault;
}

}  // namespace

Result<RecurrenceRule> read_recurrence(std::string_view text) {
  constexpr std::string_view prefix = "RRULE:";
  constexpr std::size_t most_letters = 4096;
  if (text.size() > most_letters) return malformed("RRULE", 0, "longer than 4,096 letters");
  RecurrenceRule rule;
  std::set<std::string_view> seen;
  std::size_t at = text.starts_with(prefix) ? prefix.size() : 0;
  while (at < text.size()) {
    const std::string_view part = text.substr(at, text.find(';', at) - at);
    const auto equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    if (equals == std::string_view::npos) return malformed(part, at, "NAME=VALUE is expected");
    if (!seen.insert(name).second) return malformed(part, at, "it is written twice");
    if (!read_part(name, part.substr(equals + 1), rule)) {
      return malformed(part, at, "unknown, or out of range");
    }
    at += part.size() + 1;
  }
  if (!seen.contains("FREQ")) return malformed("FREQ", 0, "it is missing");
  if (rule.count && rule.until) return malformed("COUNT", 0, "COUNT and UNTIL exclude each other");
  return rule;
}

std::optional<CalendarStamp> read_calendar_stamp(std::string_view text) {
  CalendarStamp stamp;
  if (text.ends_with('Z')) {
    stamp.is_utc = true;
    text.remove_suffix(1);
  }
  stamp.is_date = text.size() == 8;
  if (!stamp.is_date && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t size, int most) {
    const bool is_digit = text[from] >= '0' && text[from] <= '9';
    return is_digit ? read_whole(text.substr(from, size), 0, most) : std::nullopt;
  };
  const auto year = number(0, 4, 9999);
  const auto month = number(4, 2, 12);
  const auto day = number(6, 2, 31);
  if (!year || !month || !day) return std::nullopt;
  const auto date = std::chrono::year{*year} / *month / *day;
  if (!date.ok()) return std::nullopt;
  stamp.at = CivilDay{date};
  if (stamp.is_date) return stamp.is_utc ? std::nullopt : std::optional{stamp};
  const auto hour = number(9, 2, 23);
  const auto minute = number(11, 2, 59);
  const auto second = number(13, 2, 60);
  if (!hour || !minute || !second) return std::nullopt;
  stamp.at += std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
              std::chrono::seconds{std::min(*second, 59)};
  return stamp;
}

}  // namespace vigie
