#include "store/history/refresh.h"

#include <algorithm>

namespace vigie {

namespace {

bool is_same(Event a, const Event& b) {
  a.sequence = b.sequence;
  return a == b;
}

bool is_same(const OutageEvent& a, const OutageEvent& b) { return a == b; }
bool is_same(const MaintenanceWindow& a, const MaintenanceWindow& b) { return a == b; }
bool is_same(const Observation& a, const Observation& b) { return a == b; }

/// Appends to `events` those of `newer` that are not there yet, each as often as it is said.
template <class Fact>
void add_unknown(std::vector<Fact>& facts, const std::vector<Fact>& newer) {
  std::vector<bool> is_taken(facts.size(), false);
  const std::size_t known = facts.size();
  for (const Fact& fact : newer) {
    std::size_t same = 0;
    while (same < known && (is_taken[same] || !is_same(facts[same], fact))) ++same;
    if (same < known) {
      is_taken[same] = true;
    } else {
      facts.push_back(fact);
    }
  }
}

void append(OutageLog& log, const Outage& outage) {
  for (const OutageEvent& event : outage.events) log.append(outage.reference, outage.of, event);
}

bool is_told(const std::vector<MaintenanceWindow>& windows, Id<OutageReference> reference) {
  return std::any_of(windows.begin(), windows.end(),
                     [&](const auto& window) { return window.reference == reference; });
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

OutageLog refreshed(const OutageLog& known, const OutageLog& newer, Newer means) {
  const bool replaces = means == Newer::replaces;
  OutageLog result;
  for (const Outage& outage : known.outages()) {
    const Outage* said = newer.find(outage.reference);
    Outage grown = said != nullptr && replaces ? *said : outage;
    if (said != nullptr && !replaces) add_unknown(grown.events, said->events);
    append(result, grown);
  }
  for (const Outage& outage : newer.outages()) {
    if (known.find(outage.reference) == nullptr) append(result, outage);
  }
  auto windows = known.maintenance();
  if (replaces) {
    std::erase_if(windows, [&](const MaintenanceWindow& window) {
      return is_told(newer.maintenance(), window.reference);
    });
  }
  add_unknown(windows, newer.maintenance());
  for (MaintenanceWindow& window : windows) result.append(std::move(window));
  auto observed = known.observed();
  add_unknown(observed, newer.observed());
  for (const Observation& observation : observed) result.append(observation);
  return result;
}

}  // namespace vigie
