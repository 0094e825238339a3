#include "demo/crew.h"

#include "engine/base/require.h"
#include "engine/calendar/compile_hours.h"

namespace vigie {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct CrewHours {
  std::string_view zone;
  std::size_t days;  // of the week, from Monday
  DayHours day;
  std::string_view holidays;
};

ServiceCalendar calendar_of(const CrewHours& crew) {
  CalendarVersion version;
  for (std::size_t day = 0; day < crew.days; ++day) version.week[day] = crew.day;
  if (!crew.holidays.empty()) version.holidays.sets = {std::string{crew.holidays}};
  return {.name = "crew", .zone = std::string{crew.zone}, .versions = {version}, .windows = {}};
}

/// In the order of `Crew`.
std::vector<CrewHours> crew_hours() {
  return {
      {"Europe/Paris", 7, {{hours{0}, hours{24}}}, ""},
      {"Europe/Paris", 6, {{hours{7}, hours{20}}}, "fr"},
      {"Europe/Paris", 5, {{hours{8}, hours{12}}, {hours{13}, hours{18}}}, "fr"},
      {"Europe/Paris", 5, {{hours{8}, hours{18}}}, "fr"},
      {"Europe/Paris", 6, {{hours{5}, hours{21}}}, "fr"},
      {"Europe/Paris", 5, {{minutes{510}, minutes{750}}, {minutes{810}, minutes{1050}}}, "fr"},
      {"Europe/Paris", 5, {{hours{7}, hours{20}}}, "fr"},
      {"Indian/Reunion", 6, {{minutes{510}, minutes{1110}}}, "fr-reunion"},
      {"America/Toronto", 5, {{hours{8}, hours{20}}}, ""},
  };
}

}  // namespace

Crews::Crews(ZoneSource& zones) {
  for (const CrewHours& crew : crew_hours()) {
    auto compiled = compile_hours(calendar_of(crew), {.zones = zones});
    require(compiled.has_value(), "the calendars of the demo are well written");
    hours_.push_back(std::move(compiled).value());
  }
}

Instant Crews::after(Crew crew, Instant from, std::int64_t work) const {
  if (crew == Crew::always) return from + minutes{work};
  return of(crew).deadline(from, minutes{work < 1 ? 1 : work}).value_or(last_instant);
}

}  // namespace vigie
