#include "notation/time/case_answers.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "engine/calendar/business_days.h"
#include "engine/calendar/hours_questions.h"
#include "notation/page/rfc3339.h"
#include "notation/time/read_recurrence.h"
#include "notation/time/read_time.h"

namespace vigie {
namespace {

Instant asked_instant(const TimeCase& asked, std::string_view key) {
  return instant_of(field(asked.input, key), key);
}

CivilDay asked_day(const TimeCase& asked, std::string_view key) {
  const CivilDay day = day_of(field(asked.input, key), key);
  if (day < first_civil_day || day >= last_civil_day) {
    throw BadCase{std::string{key} + " must be within 1970 to 2199"};
  }
  return day;
}

void answer_add(const TimeCase& asked, JsonWriter& json) {
  const Duration by = seconds_of(field(asked.input, "seconds"), "seconds");
  const AnswerConventions& conventions = asked.policies.answers;
  auto at = add_open_time(*asked.hours, asked_instant(asked, "start"), by, conventions);
  if (at && conventions.rounding == RoundingOfInstants::minute_down) {
    at = std::chrono::floor<std::chrono::minutes>(*at);
  }
  write_instant(json, "at", at);
}

void answer_between(const TimeCase& asked, JsonWriter& json) {
  const Duration open = open_time_between(*asked.hours, asked_instant(asked, "start"),
                                          asked_instant(asked, "end"), asked.policies.answers);
  const bool is_zero = open == Duration{0};
  write_seconds(json, "seconds", is_zero ? asked.policies.answers.zero_reported_as : open);
}

void answer_is_open(const TimeCase& asked, JsonWriter& json) {
  json.field("open", is_open(*asked.hours, asked_instant(asked, "at"), asked.policies.answers));
}

void answer_next_open(const TimeCase& asked, JsonWriter& json) {
  write_instant(json, "at",
                next_open(*asked.hours, asked_instant(asked, "at"), asked.policies.answers));
}

void answer_prev_open(const TimeCase& asked, JsonWriter& json) {
  write_instant(json, "at",
                prev_open(*asked.hours, asked_instant(asked, "at"), asked.policies.answers));
}

template <std::optional<Instant> (*transition)(const HoursIndex&, Instant)>
void answer_transition(const TimeCase& asked, JsonWriter& json) {
  write_instant(json, "at", transition(*asked.hours, asked_instant(asked, "at")));
}

void answer_periods(const TimeCase& asked, JsonWriter& json) {
  PeriodsRequest request{.from = asked_instant(asked, "from")};
  if (const auto* direction = optional_field(asked.input, "direction")) {
    const std::string_view word = text_of(*direction, "direction");
    if (word != "forward" && word != "backward") {
      throw BadCase{"direction is forward or backward"};
    }
    request.backward = word == "backward";
  }
  const auto* until = optional_field(asked.input, "until");
  const auto* count = optional_field(asked.input, "count");
  if (until == nullptr && count == nullptr) throw BadCase{"periods need a count or until"};
  if (until != nullptr) request.until = instant_of(*until, "until");
  if (count != nullptr) {
    const int most = whole_of(*count, "count", static_cast<int>(request.most));
    request.most = static_cast<std::size_t>(std::max(most, 0));
  }
  json.key("periods").begin_array();
  for (const Interval& period : open_periods(*asked.hours, request)) {
    json.begin_array().value(rfc3339(period.from)).value(rfc3339(period.to)).end_array();
  }
  json.end_array();
}

constexpr int most_days = 100'000;

void answer_add_days(const TimeCase& asked, JsonWriter& json) {
  const int days = whole_of(field(asked.input, "days"), "days", most_days);
  write_instant(
      json, "at",
      add_business_days(*asked.hours, asked_instant(asked, "start"), days, asked.policies.answers));
}

void answer_add_days_date(const TimeCase& asked, JsonWriter& json) {
  const int days = whole_of(field(asked.input, "days"), "days", most_days);
  std::optional<CivilDay> day = asked_day(asked, "date");
  if (asked.policies.answers.add_days == AddDays::roll_date_keep && days != 0) {
    day = nearest_business_day(*asked.hours, *day, days > 0 ? 1 : -1);
  }
  if (day) day = nth_business_day(*asked.hours, *day, days);
  json.key("date");
  day ? json.value(rfc3339_date(*day)) : json.null();
}

void answer_days_between(const TimeCase& asked, JsonWriter& json) {
  json.field("days",
             business_days_between(*asked.hours, asked_day(asked, "start"), asked_day(asked, "end"),
                                   asked.policies.answers.days_between));
}

void answer_is_workday(const TimeCase& asked, JsonWriter& json) {
  json.field("workday", asked.hours->is_business_day(asked_day(asked, "date")));
}

void answer_is_holiday(const TimeCase& asked, JsonWriter& json) {
  json.field("holiday", asked.hours->is_holiday(asked_day(asked, "date")));
}

const Zone& asked_zone(const TimeCase& asked) {
  const std::string_view name = text_of(field(asked.input, "time_zone"), "time_zone");
  const Zone* zone = asked.zones.find(name);
  if (zone == nullptr) throw BadCase{"\"" + std::string{name} + "\" is not a time zone"};
  return *zone;
}

/// The offset of a zone at an instant, and its changes until another.
void answer_offsets(const TimeCase& asked, JsonWriter& json) {
  const Zone& zone = asked_zone(asked);
  const Instant from = asked_instant(asked, "from");
  json.field("offset_seconds", std::int64_t{zone.offset_at(from).count()});
  json.key("changes").begin_array();
  for (const Instant at : zone.changes({from, asked_instant(asked, "to")})) {
    json.begin_array().value(rfc3339(at)).value(std::int64_t{zone.offset_at(at).count()});
    json.end_array();
  }
  json.end_array();
}

/// A stamp without offset; unlike a window's edge it moves past a gap. Source: design T8.
void answer_resolve_local(const TimeCase& asked, JsonWriter& json) {
  const auto local = read_civil_time(text_of(field(asked.input, "local"), "local"));
  if (!local) throw BadCase{"local must be a time such as 2026-03-29T02:30:00"};
  const CivilReading reading = asked_zone(asked).read(*local);
  const EdgeConventions& edges = asked.policies.edges;
  Instant at = reading.first;
  if (reading.kind == CivilKind::gap && edges.gap == DstGap::transition) at = reading.change;
  if (reading.kind == CivilKind::fold && edges.fold_of_opening == DstFold::second) {
    at = reading.last;
  }
  write_instant(json, "at", at);
}

/// Occurrences of a recurrence rule on a wall clock. Source: RFC 5545 section 3.3.10.
void answer_recur(const TimeCase& asked, JsonWriter& json) {
  constexpr int most = 10'000;
  const auto rule = read_recurrence(text_of(field(asked.input, "rrule"), "rrule"));
  if (!rule) throw BadCase{message_of(rule.error(), Language::en)};
  const std::string_view written = text_of(field(asked.input, "dtstart"), "dtstart");
  const auto start = read_civil_time(written);
  if (!start) throw BadCase{"dtstart must be a date or a time without offset"};
  RecurrenceBounds bounds{.most = most};
  if (const auto* count = optional_field(asked.input, "count")) {
    bounds.most = static_cast<std::size_t>(std::max(0, whole_of(*count, "count", most)));
  }
  json.key("instances").begin_array();
  if (const auto day = read_day(written)) {
    for (const CivilDay one : occurrence_days(*rule, *day, bounds)) json.value(rfc3339_date(one));
  } else {
    for (const CivilTime at : occurrences(*rule, *start, bounds)) json.value(rfc3339_local(at));
  }
  json.end_array();
}

constexpr TimeOperation operations[] = {
    {"add", CalendarUse::needed, answer_add},
    {"between", CalendarUse::needed, answer_between},
    {"is_open", CalendarUse::needed, answer_is_open},
    {"next_open", CalendarUse::needed, answer_next_open},
    {"prev_open", CalendarUse::needed, answer_prev_open},
    {"next_opening", CalendarUse::needed, answer_transition<next_opening>},
    {"next_closing", CalendarUse::needed, answer_transition<next_closing>},
    {"prev_opening", CalendarUse::needed, answer_transition<prev_opening>},
    {"prev_closing", CalendarUse::needed, answer_transition<prev_closing>},
    {"periods", CalendarUse::needed, answer_periods},
    {"add_days", CalendarUse::needed, answer_add_days},
    {"add_days_date", CalendarUse::needed, answer_add_days_date},
    {"days_between", CalendarUse::needed, answer_days_between},
    {"is_workday", CalendarUse::needed, answer_is_workday},
    {"is_holiday", CalendarUse::needed, answer_is_holiday},
    {"resolve_local", CalendarUse::unused, answer_resolve_local},
    {"offsets", CalendarUse::unused, answer_offsets},
    {"recur", CalendarUse::unused, answer_recur},
    {"ticket", CalendarUse::needed, answer_ticket},
    {"held", CalendarUse::optional, answer_held},
    {"sli", CalendarUse::needed, answer_service_level},
};

}  // namespace

const TimeOperation* time_operation(std::string_view name) {
  for (const TimeOperation& operation : operations) {
    if (operation.name == name) return &operation;
  }
  return nullptr;
}

void write_instant(JsonWriter& json, std::string_view key, const std::optional<Instant>& at) {
  json.key(key);
  at ? json.value(rfc3339(*at)) : json.null();
}

void write_seconds(JsonWriter& json, std::string_view key, Duration length) {
  json.key(key).raw(seconds_json(length));
}

}  // namespace vigie
