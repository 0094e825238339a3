#include "engine/outage/outage_reading.h"

#include <algorithm>

#include "engine/base/intervals.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

/// The events of one outage that hold: those corrected later are replaced where they stood.
class HeldEvents {
 public:
  HeldEvents(const Outage& outage, const OutageRequest& request, Findings& findings)
      : outage_(outage), request_(request), findings_(findings) {}

  std::vector<OutageEvent> in_order() {
    const auto& events = outage_.events;
    std::vector<const OutageEvent*> holds;
    for (const OutageEvent& event : events) holds.push_back(&event);
    std::vector<bool> is_gone(events.size(), false);
    places_.clear();
    for (std::size_t i = 0; i < events.size(); ++i) {
      places_.push_back(i);
      correct(i, holds, is_gone);
    }
    std::vector<OutageEvent> held;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const OutageEvent& event = *holds[i];
      if (is_gone[i] || events[i].recorded_at > request_.known_at) continue;
      if (event.at > request_.as_of) {
        find(FindingCode::in_the_future);
        continue;
      }
      held.push_back(event);
    }
    mend_ends(held);
    std::stable_sort(held.begin(), held.end(),
                     [](const OutageEvent& a, const OutageEvent& b) { return a.at < b.at; });
    return held;
  }

 private:
  void correct(std::size_t by, std::vector<const OutageEvent*>& holds, std::vector<bool>& is_gone) {
    const OutageEvent& event = outage_.events[by];
    if (event.supersedes == 0 || event.recorded_at > request_.known_at) return;
    if (event.supersedes > by) {
      find(FindingCode::correction_of_nothing);
      is_gone[by] = event.word == OutageWord::withdrawn;
      return;
    }
    const std::size_t corrected = places_[event.supersedes - 1];
    places_[by] = corrected;
    if (event.word == OutageWord::withdrawn) {
      is_gone[corrected] = true;
    } else {
      holds[corrected] = &event;
    }
    is_gone[by] = true;
  }

  /// An end recorded after a beginning and dated before it: it ended as it began.
  void mend_ends(std::vector<OutageEvent>& held) {
    constexpr Instant nothing = Instant::min();
    Instant began = nothing;
    for (OutageEvent& event : held) {
      switch (event.word) {
        case OutageWord::detected:
        case OutageWord::reported:
          if (began == nothing) began = event.at;
          break;
        case OutageWord::restored:
          if (event.at < began) {
            find(FindingCode::outage_restored_before);
            event.at = began;
          }
          began = nothing;
          break;
        default:
          break;
      }
    }
  }

  void find(FindingCode code) { findings_.add(code, request_.names.text(outage_.reference)); }

  const Outage& outage_;
  const OutageRequest& request_;
  Findings& findings_;
  std::vector<std::size_t> places_;  // where each event stands, once it corrects another
};

/// Tells the events of one outage in order of time.
class Teller {
 public:
  Teller(const Outage& outage, const Names& names, Findings& findings)
      : outage_(outage), names_(names), findings_(findings) {}

  std::vector<OutageEpisode> tell(const std::vector<OutageEvent>& events) {
    for (const OutageEvent& event : events) take(event);
    if (is_going_on()) find(FindingCode::outage_still_open);
    return std::move(episodes_);
  }

 private:
  bool is_going_on() const { return !episodes_.empty() && !episodes_.back().restored; }

  void take(const OutageEvent& event) {
    switch (event.word) {
      case OutageWord::detected:
        return detect(event);
      case OutageWord::reported:
        if (!is_going_on()) begin(event, false);
        if (!last().reported) last().reported = event.at;
        if (event.severity || event.users) change(event, last().changes.back().is_unknown);
        return;
      case OutageWord::severity_changed:
        if (!is_going_on()) {
          find(FindingCode::outage_without_start);
          return detect(event);
        }
        return change(event, false);
      case OutageWord::unknown:
        return is_going_on() ? change(event, true) : begin(event, true);
      case OutageWord::restored:
        if (!is_going_on()) return find(FindingCode::outage_without_start);
        last().restored = event.at;
        return;
      case OutageWord::confirmed:
        return confirm(event);
      case OutageWord::withdrawn:
        if (episodes_.empty()) return find(FindingCode::outage_without_start);
        episodes_.pop_back();
    }
  }

  void detect(const OutageEvent& event) {
    if (!is_going_on()) {
      begin(event, false);
    } else if (last().detected && !last().changes.back().is_unknown) {
      return find(FindingCode::outage_detected_twice);
    } else {
      change(event, false);
    }
    if (!last().detected) last().detected = event.at;
  }

  /// Who confirms what nobody said restored says both.
  void confirm(const OutageEvent& event) {
    if (episodes_.empty() || last().confirmed) return find(FindingCode::outage_without_start);
    if (!last().restored) last().restored = event.at;
    last().confirmed = event.at;
  }

  void begin(const OutageEvent& event, bool is_unknown) {
    episodes_.push_back({.reference = outage_.reference, .began = event.at});
    last().changes.push_back({.at = event.at,
                              .is_unknown = is_unknown,
                              .severity = event.severity.value_or(Ratio{1, 1}),
                              .users = event.users});
  }

  void change(const OutageEvent& event, bool is_unknown) {
    OutageChange now = last().changes.back();
    now.at = event.at;
    now.is_unknown = is_unknown;
    if (event.severity) now.severity = *event.severity;
    if (event.users) now.users = event.users;
    last().changes.push_back(now);
  }

  OutageEpisode& last() { return episodes_.back(); }
  void find(FindingCode code) { findings_.add(code, names_.text(outage_.reference)); }

  const Outage& outage_;
  const Names& names_;
  Findings& findings_;
  std::vector<OutageEpisode> episodes_;
};

ItemFacts& facts_of(ReadingOfOutages& reading, Value of, Instant at) {
  const auto [entry, is_new] = reading.items.try_emplace(of);
  ItemFacts& facts = entry->second;
  facts.first = is_new ? at : std::min(facts.first, at);
  return facts;
}

void read_observed(const OutageRequest& request, ReadingOfOutages& reading) {
  for (const Observation& observation : request.log.observed()) {
    const Interval seen = shared_part(observation.interval, {first_instant, request.as_of});
    if (seen.is_empty()) continue;
    facts_of(reading, observation.of, seen.from).observed.push_back(seen);
  }
  for (auto& [of, facts] : reading.items) facts.observed = united(std::move(facts.observed));
}

/// Each reference as it was last announced.
void read_maintenance(const OutageRequest& request, ReadingOfOutages& reading) {
  for (const MaintenanceWindow& window : request.log.maintenance()) {
    if (window.recorded_at > request.known_at || window.recorded_at > request.as_of) continue;
    auto& known = reading.maintenance;
    std::erase_if(
        known, [&](const MaintenanceWindow& other) { return other.reference == window.reference; });
    known.push_back(window);
  }
  std::erase_if(reading.maintenance, [](const MaintenanceWindow& window) {
    return window.withdrawn || window.interval.is_empty();
  });
  std::stable_sort(reading.maintenance.begin(), reading.maintenance.end(),
                   [](const MaintenanceWindow& a, const MaintenanceWindow& b) {
                     return a.interval.from < b.interval.from;
                   });
}

}  // namespace

ReadingOfOutages read_outages(const OutageRequest& request, Findings& findings) {
  ReadingOfOutages reading;
  for (const Outage& outage : request.log.outages()) {
    const auto held = HeldEvents{outage, request, findings}.in_order();
    for (auto& episode : Teller{outage, request.names, findings}.tell(held)) {
      facts_of(reading, outage.of, episode.began).episodes.push_back(std::move(episode));
    }
  }
  for (auto& [of, facts] : reading.items) {
    std::stable_sort(
        facts.episodes.begin(), facts.episodes.end(),
        [](const OutageEpisode& a, const OutageEpisode& b) { return a.began < b.began; });
  }
  read_observed(request, reading);
  read_maintenance(request, reading);
  return reading;
}

}  // namespace vigie
