// What the events of outages come to, as known at an instant: when each thing was down, degraded or
// unknown, and when somebody looked. Design F3, F5.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/base/finding.h"
#include "engine/outage/outage.h"

namespace vigie {

/// From `at` on it is down by that weight, or nobody knows.
struct OutageChange {
  Instant at;
  bool is_unknown = false;
  Ratio severity{1, 1};
  std::optional<std::int64_t> users;  // none: all
};

/// One time that an outage lasted. A reference detected again after its restoration has several.
struct OutageEpisode {
  Id<OutageReference> reference;
  Instant began;  // the first sign of it, of any kind
  std::optional<Instant> detected;
  std::optional<Instant> reported;
  std::optional<Instant> restored;  // none: still going on
  std::optional<Instant> confirmed;
  std::vector<OutageChange> changes;  // in order of time, the first at `began`
};

/// What is known of one service or item.
struct ItemFacts {
  std::vector<OutageEpisode> episodes;  // by beginning, then in the order of recording
  std::vector<Interval> observed;       // sorted, apart; empty: nobody said when it was looked at
  Instant first;                        // the earliest fact about it
};

struct ReadingOfOutages {
  std::map<Value, ItemFacts> items;
  std::vector<MaintenanceWindow> maintenance;  // as last announced, by start
};

struct OutageRequest {
  const OutageLog& log;
  const Names& names;
  Instant as_of;                    // what happened later is left out
  Instant known_at = last_instant;  // what was recorded later is left out
};

/// The best reading of every history, whatever it says; what makes no sense is a finding:
///   an end, a change or a confirmation of what is not down is ignored;
///   what is detected while it is down is no second outage;
///   an end dated before the beginning ends it at its beginning;
///   what is never restored is still down.
/// Never fails. Source: design F1, F3, F5.
ReadingOfOutages read_outages(const OutageRequest& request, Findings& findings);

}  // namespace vigie
