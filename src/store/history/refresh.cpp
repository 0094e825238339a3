#include "store/history/refresh.h"

#include <algorithm>

namespace vigie {

namespace {

bool is_same(Event a, const Event& b) {
  a.sequence = b.sequence;
  return a == b;
}

/// Appends to `events` those of `newer` that are not there yet, each as often as it is said.
void add_unknown(std::vector<Event>& events, const std::vector<Event>& newer) {
  std::vector<bool> is_taken(events.size(), false);
  const std::size_t known = events.size();
  for (const Event& event : newer) {
    std::size_t same = 0;
    while (same < known && (is_taken[same] || !is_same(events[same], event))) ++same;
    if (same < known) {
      is_taken[same] = true;
    } else {
      events.push_back(event);
    }
  }
}

}  // namespace

Histories refreshed(const Histories& known, const Histories& newer, Newer means) {
  Histories result;
  for (const History& history : known.tickets()) {
    const auto said = newer.find(history.ticket);
    if (!said) {
      result.append(history.ticket, history.events);
    } else if (means == Newer::replaces) {
      result.append(history.ticket, said->events);
    } else {
      History grown = history;
      add_unknown(grown.events, said->events);
      result.append(grown.ticket, grown.events);
    }
  }
  for (const History& history : newer.tickets()) {
    if (!known.holds(history.ticket)) result.append(history.ticket, history.events);
  }
  return result;
}

}  // namespace vigie
