#include "notation/page/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "vocabulary/explanation.h"

namespace vigie {
namespace {

std::size_t weekday_index(CivilDay day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

std::string_view month_word(std::chrono::month month, Language language) {
  return word_of(static_cast<Month>(static_cast<unsigned>(month) - 1), language);
}

std::string_view weekday_word(std::size_t index, Language language) {
  return word_of(static_cast<Weekday>(index), language);
}

std::string window_time(std::chrono::seconds of_day) {
  const auto minutes = of_day.count() / 60;
  const auto seconds = of_day.count() % 60;
  // What goes on after midnight belongs to the day it starts: 30:00 is 06:00 of the next day.
  const auto hours = minutes / 60 > 24 ? minutes / 60 - 24 : minutes / 60;
  auto text = fmt::format("{:02}:{:02}", hours, minutes % 60);
  if (seconds != 0) text += fmt::format(":{:02}", seconds);
  return text;
}

std::string day_hours_text(const DayHours& hours) {
  std::string text;
  for (const auto& window : hours) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{}-{}", window_time(window.from), window_time(window.to));
  }
  return text;
}

bool is_round_the_clock(std::span<const DayHours> week) {
  const DayHours whole{{std::chrono::seconds{0}, std::chrono::hours{24}}};
  return std::ranges::all_of(week, [&](const DayHours& hours) { return hours == whole; });
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::string date_text(CivilDay day, DateStyle style) {
  const std::chrono::year_month_day date{day};
  const auto number_of_day = static_cast<unsigned>(date.day());
  const bool is_first = number_of_day == 1 && style.language == Language::fr;
  auto text = fmt::format("{}{} {}", number_of_day, is_first ? "er" : "",
                          month_word(date.month(), style.language));
  if (style.with_year) text += fmt::format(" {}", static_cast<int>(date.year()));
  return text;
}

std::string day_text(CivilDay day, DateStyle style) {
  return fmt::format("{} {}", weekday_word(weekday_index(day), style.language),
                     date_text(day, style));
}

std::string time_text(CivilTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss<Duration> time{at - day};
  auto text = fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
  const auto fraction = time.subseconds().count();
  if (time.seconds().count() == 0 && fraction == 0) return text;
  text += fmt::format(":{:02}", time.seconds().count());
  if (fraction != 0) {
    text += fmt::format(".{:06}", fraction);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text;
}

std::string moment_text(CivilTime at, DateStyle style) {
  return fmt::format("{} {}", day_text(std::chrono::floor<std::chrono::days>(at), style),
                     time_text(at));
}

std::string_view weekday_text(CivilDay day, Language language) {
  return word_of(static_cast<FullWeekday>(weekday_index(day)), language);
}

std::string_view short_weekday_text(CivilDay day, Language language) {
  return weekday_word(weekday_index(day), language);
}

std::string week_text(std::span<const DayHours> week, Language language) {
  if (is_round_the_clock(week)) return language == Language::fr ? "24 h/24, 7 j/7" : "24x7";
  std::string text;
  for (std::size_t first = 0; first < week.size();) {
    auto last = first;
    while (last + 1 < week.size() && week[last + 1] == week[first]) ++last;
    if (!week[first].empty()) {
      if (!text.empty()) text += language == Language::fr ? "\u202f; " : "; ";
      text += weekday_word(first, language);
      if (last > first) text += fmt::format("-{}", weekday_word(last, language));
      text += fmt::format(" {}", day_hours_text(week[first]));
    }
    first = last + 1;
  }
  return text;
}

std::string period_text(std::string_view period, Language language) {
  const auto year = period.substr(0, 4);
  if (period.size() == 7 && period[4] == '-' && (period[5] == 'Q' || period[5] == 'H')) {
    const bool is_quarter = period[5] == 'Q';
    const auto* letter =
        language == Language::fr ? (is_quarter ? "T" : "S") : (is_quarter ? "Q" : "H");
    return fmt::format("{}{} {}", letter, period[6], year);
  }
  const auto month = period.size() >= 7 ? number(period.substr(5, 2)) : 0;
  if (month < 1 || month > 12) return std::string{period};
  const std::chrono::month named{static_cast<unsigned>(month)};
  if (period.size() == 7) return fmt::format("{} {}", month_word(named, language), year);
  if (period.size() != 10) return std::string{period};
  const std::chrono::year_month_day day{
      std::chrono::year{number(year)}, named,
      std::chrono::day{static_cast<unsigned>(number(period.substr(8, 2)))}};
  return date_text(std::chrono::local_days{day}, {.language = language});
}

}  // namespace vigie
