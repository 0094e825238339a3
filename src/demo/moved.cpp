#include "demo/moved.h"

#include <fmt/format.h>

#include <algorithm>

namespace vigie {

namespace {

using namespace std::chrono;

constexpr std::size_t date_length = 10;  // 2024-10-01

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_date(std::string_view text) {
  if (text.size() < date_length) return false;
  for (std::size_t i = 0; i < date_length; ++i) {
    const bool is_hyphen = i == 4 || i == 7;
    if (is_hyphen ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return true;
}

int number_in(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::string moved_date(std::string_view text, int by) {
  const year_month_day date{year{number_in(text.substr(0, 4))} /
                            static_cast<int>(number_in(text.substr(5, 2))) /
                            static_cast<int>(number_in(text.substr(8, 2)))};
  const year_month month = year_month{date.year(), date.month()} + months{by};
  const year_month_day_last last = month / std::chrono::last;
  const bool was_last = date == year_month_day{date.year() / date.month() / std::chrono::last};
  const unsigned of_month =
      was_last ? static_cast<unsigned>(last.day())
               : std::min(static_cast<unsigned>(date.day()), static_cast<unsigned>(last.day()));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()), of_month);
}

std::string moved_line(std::string_view line, int by) {
  if (line.find("holidays: [2") != std::string_view::npos) return std::string{line};
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    const bool begins = i == 0 || !is_digit(line[i - 1]);
    if (begins && is_date(line.substr(i))) {
      text += moved_date(line.substr(i, date_length), by);
      i += date_length;
    } else {
      text += line[i++];
    }
  }
  return text;
}

int months_of(Instant at) {
  const year_month_day date{floor<days>(at)};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

}  // namespace

Moved moved_until(std::optional<Instant> until, Instant end) {
  if (!until) return {.until = end};
  constexpr Duration week = days{7};
  Moved moved{.by = Duration{0}, .months = months_of(*until) - months_of(end - week)};
  const Duration distance = *until - end;
  moved.by = distance / week * week;
  while (end + moved.by < *until) moved.by += week;
  moved.until = *until - moved.by;
  return moved;
}

void move(History& history, const Moved& moved) {
  for (Event& event : history.events) {
    event.at += moved.by;
    event.recorded_at += moved.by;
  }
}

std::string moved_dates(std::string_view document, int months) {
  std::string text;
  while (!document.empty()) {
    const std::size_t end = std::min(document.find('\n'), document.size() - 1) + 1;
    text += moved_line(document.substr(0, end), months);
    document.remove_prefix(end);
  }
  return text;
}

}  // namespace vigie
