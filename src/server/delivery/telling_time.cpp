#include "server/delivery/telling_time.h"

#include <algorithm>

#include "notation/scalar_hours.h"

namespace vigie {

namespace {

using std::chrono::days;

CivilDay day_at(const Zone& zone, Instant at) { return std::chrono::floor<days>(zone.civil(at)); }

const DayHours& hours_of(const WeekHours& week, CivilDay day) {
  return week[std::chrono::weekday{day}.iso_encoding() - 1];
}

/// The day before `at` may have a window that crosses midnight.
std::optional<Instant> open_on(const DayHours& hours, CivilDay day, const Zone& zone, Instant at) {
  std::optional<Instant> first;
  for (const Window& window : hours) {
    const Instant from = zone.instant_of_edge(CivilTime{day} + window.from);
    const Instant to = zone.instant_of_edge(CivilTime{day} + window.to);
    if (at >= to || from >= to) continue;
    const Instant open = std::max(from, at);
    if (!first || open < *first) first = open;
  }
  return first;
}

Instant next_hour(const Zone& zone, Instant now) {
  const auto local = std::chrono::floor<std::chrono::hours>(zone.civil(now));
  const Instant next = zone.instant_of_edge(CivilTime{local} + std::chrono::hours{1});
  return next > now ? next : now + std::chrono::hours{1};  // clocks go back
}

Instant next_minute_of_day(const Zone& zone, std::int64_t minute, Instant now) {
  CivilDay day = day_at(zone, now);
  while (true) {
    const Instant at = zone.instant_of_edge(CivilTime{day} + std::chrono::minutes{minute});
    if (at > now) return at;
    day += days{1};
  }
}

}  // namespace

std::optional<Instant> next_open_in(const WeekHours& week, const Zone& zone, Instant at) {
  constexpr int last = 8;
  std::optional<Instant> first;
  for (int ahead = -1; ahead <= last; ++ahead) {
    const CivilDay day = day_at(zone, at) + days{ahead};
    const auto open = open_on(hours_of(week, day), day, zone, at);
    if (open && (!first || *open < *first)) first = open;
    if (first && ahead >= 0) return first;
  }
  return first;
}

TellingTime telling_time(const NoticePreferenceRow& preference, const Zone& zone, Instant now) {
  using enum TellingTime::Way;
  if (preference.email == EmailChoice::never) return {.way = never};
  if (preference.email == EmailChoice::daily) {
    return {.way = in_digest, .until = next_minute_of_day(zone, preference.digest_minute, now)};
  }
  const bool is_hourly = preference.email == EmailChoice::hourly;
  const Instant wanted = is_hourly ? next_hour(zone, now) : now;
  Instant until = wanted;
  if (!preference.hours.empty()) {
    const auto week = week_hours_from(preference.hours);
    if (week) until = next_open_in(*week, zone, wanted).value_or(wanted);
  }
  if (is_hourly) return {.way = in_digest, .until = until};
  return until > now ? TellingTime{.way = later, .until = until} : TellingTime{};
}

WhenToTell when_to_tell(ZoneSource& zones, const std::string& installation_zone) {
  return [&zones, installation_zone](const Letter& letter, Instant now) -> TellingTime {
    const std::string& own = letter.preference.zone;
    const Zone* zone = zones.find(own.empty() ? installation_zone : own);
    if (zone == nullptr) zone = zones.find("UTC");
    if (zone == nullptr) return {};
    return telling_time(letter.preference, *zone, now);
  };
}

}  // namespace vigie
