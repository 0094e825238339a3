#include "engine/calendar/holidays.h"

#include <algorithm>

#include "engine/calendar/holiday_sets.h"

namespace vigie {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year;

bool is_weekend(CivilDay day) { return weekday{day}.iso_encoding() >= 6; }

bool is_listed(const std::vector<Holiday>& holidays, CivilDay day) {
  return std::any_of(holidays.begin(), holidays.end(),
                     [day](const Holiday& holiday) { return holiday.day == day; });
}

/// The day that stands for a holiday of a weekend; the holiday itself when none does.
CivilDay substitute_of(CivilDay day, Substitute how, const std::vector<Holiday>& holidays) {
  const unsigned iso = weekday{day}.iso_encoding();
  switch (how) {
    case Substitute::none:
      return day;
    case Substitute::nearest_weekday:
      return iso == 7 ? day + days{1} : iso == 6 ? day - days{1} : day;
    case Substitute::next_working_day:
      break;
  }
  if (!is_weekend(day)) return day;
  CivilDay other = day;
  while (is_weekend(other) || is_listed(holidays, other)) other += days{1};
  return other;
}

/// Adds the holidays of one year: first the days themselves, then those that stand for them.
void add_year(const std::vector<const HolidayRule*>& rules, year in, std::vector<Holiday>& found) {
  std::vector<Holiday> holidays;
  std::vector<Substitute> substitutes;
  for (const HolidayRule* rule : rules) {
    if (in < year{rule->years.first} || in > year{rule->years.last}) continue;
    holidays.push_back({day_in_year(rule->on, in), rule->name, rule->english});
    substitutes.push_back(rule->substitute);
  }
  for (std::size_t i = 0; i < substitutes.size(); ++i) {
    Holiday moved = holidays[i];
    moved.day = substitute_of(moved.day, substitutes[i], holidays);
    moved.is_substitute = true;
    if (moved.day != holidays[i].day) holidays.push_back(moved);
  }
  found.insert(found.end(), holidays.begin(), holidays.end());
}

}  // namespace

std::optional<std::vector<Holiday>> holidays_of(std::string_view set, CivilDay first,
                                                CivilDay last) {
  std::vector<const HolidayRule*> rules;
  const HolidaySet* one = holiday_set(set);
  if (one == nullptr) return std::nullopt;
  for (; one != nullptr; one = holiday_set(one->includes)) {
    for (const HolidayRule& rule : one->rules) rules.push_back(&rule);
  }
  std::vector<Holiday> found;
  const year until = std::chrono::year_month_day{last}.year() + std::chrono::years{1};
  for (year in = std::chrono::year_month_day{first}.year() - std::chrono::years{1}; in <= until;
       ++in) {
    add_year(rules, in, found);
  }
  std::erase_if(found,
                [&](const Holiday& holiday) { return holiday.day < first || holiday.day > last; });
  std::stable_sort(found.begin(), found.end(),
                   [](const Holiday& a, const Holiday& b) { return a.day < b.day; });
  return found;
}

std::vector<std::string> holiday_set_names() {
  std::vector<std::string> names;
  for (const HolidaySet& set : holiday_sets()) names.emplace_back(set.key);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace vigie
