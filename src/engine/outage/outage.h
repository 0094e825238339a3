// Outages and maintenance windows: facts, as they were recorded. Design F5.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/id.h"
#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "engine/catalogue/value.h"
#include "vocabulary/outage.h"

namespace vigie {

struct OutageReference;

/// One event of an outage, in the order of recording.
struct OutageEvent {
  Instant at;
  Instant recorded_at;  // when the source learnt it; `at` when it does not say
  OutageWord word = OutageWord::detected;
  std::optional<Ratio> severity;      // 1: down; less: degraded by that weight; none: as before
  std::optional<std::int64_t> users;  // concerned; none: as before, all at first
  Value source;                       // person, webhook, probe, or what the facts say
  std::uint32_t supersedes = 0;       // place from 1 of the event that this one corrects; 0: none
  friend bool operator==(const OutageEvent&, const OutageEvent&) = default;
};

struct Outage {
  Id<OutageReference> reference;
  Value of;  // service or item
  std::vector<OutageEvent> events;
  Value customer = {};  // whose; none: everyone's
  friend bool operator==(const Outage&, const Outage&) = default;
};

/// Work announced on a service. Whether anything was down meanwhile, outages say. The same
/// reference again replaces what was announced before.
struct MaintenanceWindow {
  Id<OutageReference> reference;
  Value of;  // none: every service
  Interval interval;
  std::optional<Instant> announced_at;  // none: not known to have been announced
  Instant recorded_at;  // announced_at, else the start, when the source does not say
  bool withdrawn = false;
  std::string title;
  Value customer = {};  // whose; none: everyone's
  friend bool operator==(const MaintenanceWindow&, const MaintenanceWindow&) = default;
};

/// Time during which somebody looked: from the first to the last observation of a probe.
struct Observation {
  Value of;
  Interval interval;
  Value customer = {};  // whose; none: everyone's
  friend bool operator==(const Observation&, const Observation&) = default;
};

/// Everything known about outages, in the order of recording; grows while sources are read.
class OutageLog {
 public:
  /// The first event of a reference says of what it is an outage, and whose; later ones cannot
  /// change it.
  void append(Id<OutageReference> reference, Value of, const OutageEvent& event,
              Value customer = {});
  void append(MaintenanceWindow window) { maintenance_.push_back(std::move(window)); }
  void append(const Observation& observation) { observed_.push_back(observation); }

  const std::vector<Outage>& outages() const { return outages_; }
  const std::vector<MaintenanceWindow>& maintenance() const { return maintenance_; }
  const std::vector<Observation>& observed() const { return observed_; }
  const Outage* find(Id<OutageReference> reference) const;
  bool is_empty() const;
  /// Of whom something is known that is not everyone's, sorted.
  std::vector<Value> customers() const;
  /// What is everyone's, and what is of the customers that `is_wanted` takes, in the same order.
  OutageLog of(const std::function<bool(Value customer)>& is_wanted) const;
  /// The latest instant at which something happened: an event or the end of an observation. A
  /// window announced for later is no event. None when nothing did.
  std::optional<Instant> last_event() const;
  std::uint64_t event_count() const { return event_count_; }

 private:
  std::vector<Outage> outages_;
  std::vector<MaintenanceWindow> maintenance_;
  std::vector<Observation> observed_;
  std::unordered_map<std::uint32_t, std::size_t> by_reference_;
  std::uint64_t event_count_ = 0;
};

}  // namespace vigie
