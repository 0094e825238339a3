#include "engine/calendar/recurrence_days.h"

#include <algorithm>

namespace vigie {
namespace {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;

bool contains(const std::vector<int>& list, int number) {
  return std::find(list.begin(), list.end(), number) != list.end();
}

CivilDay first_of_year(year in) { return CivilDay{in / std::chrono::January / 1}; }

CivilDay first_of_month(year_month_day date) { return CivilDay{date.year() / date.month() / 1}; }

CivilDay first_of_next_month(year_month_day date) {
  return CivilDay{(date.year() / date.month() + std::chrono::months{1}) / 1};
}

int days_in_year(year in) { return in.is_leap() ? 366 : 365; }

CivilDay start_of_week(CivilDay day, std::chrono::weekday week_start) {
  return day - (std::chrono::weekday{day} - week_start);
}

/// First day of week 1: the first week with at least four days in the year.
CivilDay first_week(year in, std::chrono::weekday week_start) {
  return start_of_week(first_of_year(in) + days{3}, week_start);
}

/// The year to whose weeks `day` belongs.
year year_of_week(CivilDay day, std::chrono::weekday week_start) {
  return year_month_day{start_of_week(day, week_start) + days{3}}.year();
}

/// Position of `day` among the same weekdays of [first, last].
bool is_nth(CivilDay day, int nth, CivilDay first, CivilDay last) {
  const auto from_start = (day - first).count() / 7 + 1;
  const auto from_end = (last - day).count() / 7 + 1;
  return nth > 0 ? from_start == nth : from_end == -nth;
}

}  // namespace

RecurrenceDays::RecurrenceDays(RecurrenceRule rule, CivilDay start) : rule_(std::move(rule)) {
  const year_month_day date{start};
  const int month = static_cast<int>(static_cast<unsigned>(date.month()));
  const bool chooses_days = !rule_.weekdays.empty() || !rule_.year_days.empty();
  if (!rule_.month_days.empty() && !chooses_days && rule_.weeks.empty() &&
      rule_.frequency == Frequency::yearly && rule_.months.empty()) {
    rule_.months = {month};  // as libical reads it; others take the day in every month
  }
  if (chooses_days || !rule_.month_days.empty()) return;
  const RecurringWeekday same_weekday{0, std::chrono::weekday{start}};
  if (!rule_.weeks.empty() || rule_.frequency == Frequency::weekly) {
    if (rule_.frequency >= Frequency::weekly) rule_.weekdays = {same_weekday};
  } else if (rule_.frequency >= Frequency::monthly) {
    rule_.month_days = {static_cast<int>(static_cast<unsigned>(date.day()))};
    if (rule_.frequency == Frequency::yearly && rule_.months.empty()) {
      rule_.months = {month};
    }
  }
}

bool RecurrenceDays::counts_weeks() const {
  return rule_.frequency == Frequency::yearly && !rule_.weeks.empty();
}

bool RecurrenceDays::takes_weekday(CivilDay day) const {
  if (rule_.weekdays.empty()) return true;
  const std::chrono::weekday weekday{day};
  const year_month_day date{day};
  const bool in_month = rule_.frequency == Frequency::monthly || !rule_.months.empty();
  return std::any_of(
      rule_.weekdays.begin(), rule_.weekdays.end(), [&](const RecurringWeekday& wanted) {
        if (wanted.weekday != weekday) return false;
        if (wanted.nth == 0 || rule_.frequency < Frequency::monthly) return true;
        if (in_month) {
          return is_nth(day, wanted.nth, first_of_month(date), first_of_next_month(date) - days{1});
        }
        return is_nth(day, wanted.nth, first_of_year(date.year()),
                      first_of_year(date.year() + std::chrono::years{1}) - days{1});
      });
}

bool RecurrenceDays::takes_month_day(year_month_day date) const {
  if (rule_.month_days.empty()) return true;
  const int day = static_cast<int>(static_cast<unsigned>(date.day()));
  const int length = static_cast<int>((first_of_next_month(date) - first_of_month(date)).count());
  return contains(rule_.month_days, day) || contains(rule_.month_days, day - length - 1);
}

bool RecurrenceDays::takes_year_day(CivilDay day) const {
  if (rule_.year_days.empty()) return true;
  const year in = year_month_day{day}.year();
  const int number = static_cast<int>((day - first_of_year(in)).count()) + 1;
  return contains(rule_.year_days, number) ||
         contains(rule_.year_days, number - days_in_year(in) - 1);
}

bool RecurrenceDays::takes_week(CivilDay day) const {
  if (rule_.weeks.empty()) return true;
  const year in = year_of_week(day, rule_.week_start);
  const CivilDay first = first_week(in, rule_.week_start);
  const CivilDay next = first_week(in + std::chrono::years{1}, rule_.week_start);
  const int number = static_cast<int>((day - first).count() / 7) + 1;
  const int weeks = static_cast<int>((next - first).count() / 7);
  return contains(rule_.weeks, number) || contains(rule_.weeks, number - weeks - 1);
}

bool RecurrenceDays::takes(CivilDay day) const {
  const year_month_day date{day};
  return (rule_.months.empty() ||
          contains(rule_.months, static_cast<int>(static_cast<unsigned>(date.month())))) &&
         takes_month_day(date) && takes_year_day(day) && takes_weekday(day) && takes_week(day);
}

/// The days that stand for dates that do not exist, such as 30 February.
void RecurrenceDays::add_skipped(CivilDay first, CivilDay last,
                                 std::vector<CivilDay>& found) const {
  const bool forward = rule_.skip == Skip::forward;
  const auto add = [&](CivilDay day) {
    if (takes_weekday(day) && takes_week(day)) found.push_back(day);
  };
  for (CivilDay month = first; month <= last;) {
    const year_month_day date{month};
    const CivilDay next = first_of_next_month(date);
    const auto length = (next - month).count();
    const bool takes_month =
        rule_.months.empty() ||
        contains(rule_.months, static_cast<int>(static_cast<unsigned>(date.month())));
    for (const int number : rule_.month_days) {
      if (takes_month && number > length) add(forward ? next : next - days{1});
    }
    month = next;
  }
  if (rule_.frequency == Frequency::yearly && last - first < days{365} &&
      contains(rule_.year_days, 366)) {
    add(forward ? last + days{1} : last);
  }
}

std::vector<CivilDay> RecurrenceDays::of_period(CivilDay day) const {
  const year_month_day date{day};
  CivilDay first = day;
  CivilDay last = day;
  if (counts_weeks()) {
    const year in = year_of_week(day, rule_.week_start);
    first = first_week(in, rule_.week_start);
    last = first_week(in + std::chrono::years{1}, rule_.week_start) - days{1};
  } else if (rule_.frequency == Frequency::yearly) {
    first = first_of_year(date.year());
    last = first + days{days_in_year(date.year()) - 1};
  } else if (rule_.frequency == Frequency::monthly) {
    first = first_of_month(date);
    last = first_of_next_month(date) - days{1};
  } else if (rule_.frequency == Frequency::weekly) {
    first = start_of_week(day, rule_.week_start);
    last = first + days{6};
  }
  std::vector<CivilDay> found;
  for (CivilDay one = first; one <= last; one += days{1}) {
    if (takes(one)) found.push_back(one);
  }
  if (rule_.skip != Skip::omit && rule_.frequency >= Frequency::monthly && !counts_weeks()) {
    add_skipped(first, last, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  return found;
}

std::optional<CivilDay> RecurrenceDays::in_period(CivilDay start, std::int64_t n) const {
  constexpr int last_year = 9999;
  const year_month_day date{start};
  const std::int64_t steps = n * rule_.interval;
  const std::int64_t days_of_step = rule_.frequency == Frequency::yearly    ? 365
                                    : rule_.frequency == Frequency::monthly ? 28
                                    : rule_.frequency == Frequency::weekly  ? 7
                                                                            : 1;
  const std::int64_t years_left = last_year - static_cast<int>(date.year());
  if (steps * days_of_step / 366 >= years_left) return std::nullopt;
  switch (rule_.frequency) {
    case Frequency::yearly: {
      // Years are counted from that of the start's week when the start is itself taken, else from
      // its calendar year, as libical does.
      const bool by_week = counts_weeks() && takes(start);
      const year in = by_week ? year_of_week(start, rule_.week_start) : date.year();
      return first_of_year(in + std::chrono::years{static_cast<int>(steps)}) +
             days{counts_weeks() ? 3 : 0};
    }
    case Frequency::monthly:
      return CivilDay{(date.year() / date.month() + std::chrono::months{static_cast<int>(steps)}) /
                      1};
    case Frequency::weekly:
      return start_of_week(start, rule_.week_start) + days{7 * steps};
    default:
      return start + days{steps};
  }
}

}  // namespace vigie
