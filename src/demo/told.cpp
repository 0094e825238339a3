#include "demo/told.h"

#include <algorithm>

namespace vigie {

Event& Told::at(Instant instant, EventWord word) {
  Event event;
  // Tools write whole seconds.
  event.at = std::chrono::floor<std::chrono::seconds>(instant);
  event.recorded_at = event.at;
  event.word = word;
  return history_.events.emplace_back(event);
}

Event& Told::classified(Instant instant, Attribute attribute, std::string_view value,
                        Effect effect) {
  Event& event = about(instant, EventWord::classified, value);
  event.attribute = attribute;
  event.effect = effect;
  return event;
}

Event& Told::assigned(Instant instant, std::string_view party, std::string_view team) {
  Event& event = at(instant, EventWord::assigned);
  event.party = names_.intern<Party>(party);
  event.team = names_.intern<Team>(team);
  return event;
}

Event& Told::about(Instant instant, EventWord word, std::string_view value) {
  Event& event = at(instant, word);
  event.value = names_.intern<AttributeValue>(value);
  return event;
}

Event& Told::related(Instant instant, EventWord word, std::string_view other) {
  Event& event = at(instant, word);
  event.other = names_.intern<Ticket>(other);
  return event;
}

History Told::end(Instant until) {
  auto& events = history_.events;
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.at < b.at; });
  events.erase(std::find_if(events.begin(), events.end(),
                            [&](const Event& event) { return event.at >= until; }),
               events.end());
  std::uint32_t sequence = 0;
  for (Event& event : events) event.sequence = ++sequence;
  return std::move(history_);
}

}  // namespace vigie
