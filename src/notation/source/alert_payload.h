// The body of a call of a monitoring tool, read by its profile.
#pragma once

#include <string_view>
#include <vector>

#include "engine/outage/alert.h"
#include "notation/json/json_road.h"
#include "notation/source/source_profile.h"

namespace vigie {

struct PayloadToRead {
  std::string_view body;
  const SourceProfile& profile;
  ZoneSource& zones;
  Instant heard_at;  // of what does not say when
};

struct PayloadRead {
  std::vector<AlertSaid> said;  // in the order of the body
  std::int64_t ignored = 0;     // says nothing of an alert, or of one that is not listened to
};

/// What the body says of alerts. What is not as the profile says is a fault on the road, with its
/// pointer: an alert without a fingerprint, a state that is not known, a stamp that cannot be read.
/// What cannot be mapped is said with its finding. Linear in the body.
PayloadRead alerts_from(const PayloadToRead& payload, JsonRoad& road);

}  // namespace vigie
