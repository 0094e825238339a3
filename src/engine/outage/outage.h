// Outages and maintenance windows: facts, as they were recorded. Design F5.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/finding.h"
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
  Instant recorded_at;
  OutageWord word = OutageWord::detected;
  Ratio severity{1, 1};               // 1: down; less: degraded by that weight
  std::optional<std::int64_t> users;  // concerned
  Value source;                       // person, webhook, probe, or what the facts say
};

struct Outage {
  Id<OutageReference> reference;
  Value of;  // service or item
  std::vector<OutageEvent> events;
};

/// Work announced on a service. Of equal length or longer than planned: the facts of what happened
/// are outages; this is what was announced.
struct MaintenanceWindow {
  Id<OutageReference> reference;
  Value of;  // none: every service
  Interval interval;
  std::optional<Instant> announced_at;  // none: not known to have been announced
  std::string title;
};

/// Time during which somebody looked: from the first to the last observation of a probe.
struct Observation {
  Value of;
  Interval interval;
};

/// Everything known about outages, in the order of recording; grows while sources are read.
struct OutageLog {
  std::vector<Outage> outages;
  std::vector<MaintenanceWindow> maintenance;
  std::vector<Observation> observed;
  bool is_empty() const { return outages.empty() && maintenance.empty() && observed.empty(); }
};

}  // namespace vigie
