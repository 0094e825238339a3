// What an availability target counts as down, and in which time. Design J13.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/instant.h"
#include "engine/catalogue/value.h"
#include "vocabulary/outage.h"

namespace vigie {

/// At most so much, over so many days that roll: it closes the door of "3 h 59 down, 1 minute up".
struct CumulatedRule {
  int days = 0;                         // local days, the day of the end included
  std::optional<Duration> at_most;      // of down time
  std::optional<std::int64_t> outages;  // how many at most
  friend bool operator==(const CumulatedRule&, const CumulatedRule&) = default;
};

struct AvailabilityRules {
  std::vector<Value> of;  // services or items; empty: the services of the agreement
  Composition composition = Composition::series;
  std::optional<CivilDay> service_from;  // nothing is measured before; none: the version's start
  OutageStart starts_at = OutageStart::detected;
  OutageEnd ends_at = OutageEnd::restored;
  std::optional<Duration> ignore_under;        // shorter outages are not down
  std::optional<Duration> join_within;         // outages closer than this are one
  bool maintenance_excluded = true;            // announced in time and within its quota
  std::optional<Duration> maintenance_notice;  // wall clock between announcement and start
  std::optional<Duration> maintenance_quota;   // open time a period; the overrun is down
  UnknownTime unknown = UnknownTime::shown;
  bool user_weighted = false;  // an outage weighs the share of the users that it concerned
  std::int64_t users = 0;      // of the service, when weighted
  std::optional<std::int64_t> outages_at_most;  // a period
  std::optional<Duration> longest_at_most;      // of one outage
  std::vector<CumulatedRule> cumulated;
  friend bool operator==(const AvailabilityRules&, const AvailabilityRules&) = default;
};

}  // namespace vigie
