// Cases about clocks: tickets with objectives, time held, service levels of a period.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "engine/base/intervals.h"
#include "engine/base/wide.h"
#include "engine/calendar/hours_questions.h"
#include "engine/calendar/paused_hours.h"
#include "notation/time/case_answers.h"

namespace vigie {

namespace json = boost::json;

namespace {

struct TicketEvent {
  Instant at;
  std::string_view type;
  std::optional<std::string_view> state;
};

std::vector<TicketEvent> events_of(const json::object& input) {
  std::vector<TicketEvent> events;
  for (const json::value& value : array_of(field(input, "events"), "events")) {
    const json::object& event = object_of(value, "event");
    TicketEvent read{.at = instant_of(field(event, "at"), "at"), .type = {}, .state = {}};
    read.type = text_of(field(event, "type"), "type");
    if (const auto* state = optional_field(event, "state")) read.state = text_of(*state, "state");
    events.push_back(read);
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const TicketEvent& a, const TicketEvent& b) { return a.at < b.at; });
  return events;
}

std::vector<std::string_view> words_of(const json::object& object, std::string_view key) {
  std::vector<std::string_view> words;
  if (const auto* list = optional_field(object, key)) {
    for (const json::value& word : array_of(*list, key)) words.push_back(text_of(word, key));
  }
  return words;
}

bool is_in(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What one objective asks for: which events start and stop its clock, which states pause it.
struct Objective {
  std::string_view name;
  Duration target;
  std::vector<std::string_view> start_on;
  std::vector<std::string_view> stop_on;
  std::vector<std::string_view> pause_in;
  std::string_view restart;  // "after_stop", "each", or only the first start
};

Objective objective_of(const json::value& value) {
  const json::object& object = object_of(value, "objective");
  Objective objective{.name = text_of(field(object, "name"), "name"),
                      .target = seconds_of(field(object, "target_seconds"), "target_seconds"),
                      .start_on = words_of(object, "start_on"),
                      .stop_on = words_of(object, "stop_on"),
                      .pause_in = words_of(object, "pause_in"),
                      .restart = {}};
  if (optional_field(object, "start_on") == nullptr) objective.start_on = {"create"};
  if (const auto* restart = optional_field(object, "restart")) {
    objective.restart = text_of(*restart, "restart");
    if (objective.restart != "after_stop" && objective.restart != "each") {
      throw BadCase{"restart is after_stop or each"};
    }
  }
  if (objective.target < Duration{0}) throw BadCase{"target_seconds must be 0 or more"};
  return objective;
}

struct Clock {
  std::optional<Instant> start;
  std::optional<Instant> stop;
  std::vector<Interval> pauses;
  bool is_paused = false;
};

Clock clock_of(const Objective& objective, const std::vector<TicketEvent>& events,
               std::optional<Instant> as_of) {
  Clock clock;
  bool is_paused = false;
  Instant paused_at{};
  for (const TicketEvent& event : events) {
    const bool may_start = !clock.start || objective.restart == "each" ||
                           (objective.restart == "after_stop" && clock.stop);
    if (may_start && is_in(objective.start_on, event.type)) {
      clock.start = event.at;
      clock.stop.reset();
    } else if (clock.start && !clock.stop && is_in(objective.stop_on, event.type)) {
      clock.stop = event.at;
    }
    if (!event.state) continue;
    const bool pauses = is_in(objective.pause_in, *event.state);
    if (pauses && !is_paused) {
      paused_at = event.at;
    } else if (!pauses && is_paused) {
      clock.pauses.push_back({paused_at, event.at});
    }
    is_paused = pauses;
  }
  if (is_paused) {
    clock.pauses.push_back({paused_at, std::max(as_of.value_or(paused_at), paused_at)});
  }
  clock.is_paused = is_paused && !clock.stop;
  if (clock.stop) {  // what happens after the stop does not move the due instant
    std::erase_if(clock.pauses, [&](const Interval& pause) { return pause.from >= *clock.stop; });
    for (Interval& pause : clock.pauses) pause.to = std::min(pause.to, *clock.stop);
  }
  return clock;
}

/// Writes one objective; gives its due instant when its clock runs.
std::optional<Instant> write_objective(const TimeCase& asked, const Objective& objective,
                                       const Clock& clock, std::optional<Instant> as_of,
                                       JsonWriter& json) {
  json.key(objective.name).begin_object();
  std::optional<Instant> due;
  if (clock.start) {
    const PausedBudget budget{*clock.start, objective.target, clock.pauses};
    const AnswerConventions& conventions = asked.policies.answers;
    due = due_with_pauses(*asked.hours, budget, conventions);
    write_instant(json, "due", due);
    if (const auto end = clock.stop ? clock.stop : as_of) {
      const Duration used = used_with_pauses(*asked.hours, budget, *end, conventions);
      write_seconds(json, "consumed_seconds", used);
      write_seconds(json, "slack_seconds", objective.target - used);
      json.field("breached", used > objective.target);
    } else {
      json.key("consumed_seconds").null().key("slack_seconds").null().key("breached").null();
    }
    json.field("paused", clock.is_paused);
  } else {
    json.key("due").null().key("consumed_seconds").null().key("breached").null();
  }
  json.end_object();
  return clock.start && !clock.stop && !clock.is_paused ? due : std::nullopt;
}

std::vector<Interval> windows_of(const json::object& input, std::string_view key) {
  std::vector<Interval> windows;
  if (const auto* list = optional_field(input, key)) {
    for (const json::value& value : array_of(*list, key)) {
      const json::array& ends = array_of(value, key);
      if (ends.size() != 2) throw BadCase{std::string{key} + ": a window has two ends"};
      windows.push_back({instant_of(ends[0], key), instant_of(ends[1], key)});
    }
  }
  return united(std::move(windows));
}

Duration sum_of(const std::vector<Interval>& intervals) {
  Duration sum{0};
  for (const Interval& interval : intervals) sum += interval.length();
  return sum;
}

/// 100 x part / whole, to ten decimals, half up.
std::string percent_text(Duration part, Duration whole) {
  constexpr std::int64_t scale = 10'000'000'000;
  const Wide scaled = static_cast<Wide>(part.count()) * 100 * scale;
  const auto units =
      static_cast<std::int64_t>((scaled + whole.count() / 2) / static_cast<Wide>(whole.count()));
  std::string decimals = std::to_string(units % scale);
  decimals.insert(0, 10 - decimals.size(), '0');
  return std::to_string(units / scale) + "." + decimals;
}

}  // namespace

void answer_ticket(const TimeCase& asked, JsonWriter& json) {
  const auto events = events_of(asked.input);
  std::optional<Instant> as_of;
  if (const auto* at = optional_field(asked.input, "asof")) as_of = instant_of(*at, "asof");
  std::optional<Instant> next_due;
  json.key("objectives").begin_object();
  for (const auto& value : array_of(field(asked.input, "objectives"), "objectives")) {
    const Objective objective = objective_of(value);
    const Clock clock = clock_of(objective, events, as_of);
    const auto due = write_objective(asked, objective, clock, as_of, json);
    if (due && (!next_due || *due < *next_due)) next_due = due;
  }
  json.end_object();
  write_instant(json, "next_due", next_due);
}

void answer_held(const TimeCase& asked, JsonWriter& json) {
  std::vector<std::pair<std::string_view, Duration>> held;
  const auto& events = array_of(field(asked.input, "events"), "events");
  const Instant end = instant_of(field(asked.input, "end"), "end");
  Duration elapsed{0};
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto at = [&](std::size_t of) {
      return instant_of(field(object_of(events[of], "event"), "at"), "at");
    };
    const Instant from = at(i);
    const Instant to = i + 1 < events.size() ? at(i + 1) : end;
    const Duration length = asked.hours != nullptr
                                ? open_time_between(*asked.hours, from, to, asked.policies.answers)
                                : to - from;
    const auto who = text_of(field(object_of(events[i], "event"), "holder"), "holder");
    auto entry =
        std::find_if(held.begin(), held.end(), [who](const auto& one) { return one.first == who; });
    if (entry == held.end()) entry = held.insert(entry, {who, Duration{0}});
    entry->second += length;
    elapsed += length;
  }
  write_seconds(json, "elapsed_seconds", elapsed);
  json.key("held_seconds").begin_object();
  for (const auto& [who, length] : held) write_seconds(json, who, length);
  json.end_object();
}

/// Service time less what is excluded; what is excluded leaves it whole, good and bad.
void answer_service_level(const TimeCase& asked, JsonWriter& json) {
  const Interval within{instant_of(field(asked.input, "from"), "from"),
                        instant_of(field(asked.input, "to"), "to")};
  const auto service =
      without(asked.hours->open_intervals(within), windows_of(asked.input, "excluded"));
  const auto up = without(service, windows_of(asked.input, "problems"));
  const Duration service_time = sum_of(service);
  const Duration up_time = sum_of(up);
  write_seconds(json, "service_seconds", service_time);
  write_seconds(json, "up_seconds", up_time);
  write_seconds(json, "down_seconds", service_time - up_time);
  json.key("sli_percent");
  service_time > Duration{0} ? json.raw(percent_text(up_time, service_time)) : json.null();
}

}  // namespace vigie
