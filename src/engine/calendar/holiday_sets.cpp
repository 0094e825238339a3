#include "engine/calendar/holiday_sets.h"

namespace vigie {
namespace {

constexpr auto none = Substitute::none;
constexpr auto next_working_day = Substitute::next_working_day;
constexpr auto nearest_weekday = Substitute::nearest_weekday;
constexpr unsigned mon = 1, wed = 3, thu = 4, sun = 7;

#define SET(id, key, name, includes) constexpr HolidayRule rules_of_##id[] = {
#define DAY(on, years, substitute, name, english) {on, years, substitute, name, english},
#define END \
  }         \
  ;
#include "holidays/all.def"
#undef SET
#undef DAY
#undef END

constexpr HolidaySet sets[] = {
#define SET(id, key, name, includes) {key, name, includes, rules_of_##id},
#define DAY(on, years, substitute, name, english)
#define END
#include "holidays/all.def"
#undef SET
#undef DAY
#undef END
};

}  // namespace

std::span<const HolidaySet> holiday_sets() { return sets; }

const HolidaySet* holiday_set(std::string_view key) {
  for (const HolidaySet& set : sets) {
    if (set.key == key) return &set;
  }
  return nullptr;
}

}  // namespace vigie
