// When the services of the demo company were down, and when work on them was announced.
#pragma once

#include <cstdint>
#include <string_view>

#include "demo/moved.h"
#include "engine/base/id.h"
#include "engine/outage/outage.h"
#include "engine/time/zone.h"

namespace vigie {

struct OutageStoryRequest {
  std::uint64_t seed = 0;
  ZoneSource& zones;
  Names& names;
  Moved moved;
};

/// Two years of four services: small outages at random, a monthly maintenance, and what is planted.
OutageLog outage_stories(const OutageStoryRequest& request);

/// Whose service it is, as agreements call that customer. `service`: one of those.
std::string_view watched_customer(std::string_view service);

}  // namespace vigie
