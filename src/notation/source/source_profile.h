// How the payload of a monitoring tool becomes alerts: where it says what, and what its words mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/time/zone.h"
#include "notation/profile/profile.h"
#include "vocabulary/notice.h"

namespace vigie {

/// Where a text is found: the first of these that is all there. Each is one JSON pointer or more,
/// whose texts are read with a blank between: a date and a time.
using PayloadPlaces = std::vector<std::vector<std::string>>;

/// A text of the payload, and what its values mean.
template <class Meaning>
struct PayloadRule {
  PayloadPlaces from;
  ValueMap<Meaning> map;
};

enum class AlertState : std::uint8_t { down, up, ignore };

/// Zero: alerts of that severity are not listened to.
using AlertWeight = std::int64_t;

struct SourceProfile {
  PayloadPlaces alerts;  // the list of alerts; none: the body is one
  PayloadPlaces fingerprint;
  PayloadPlaces title;
  PayloadRule<std::string> item;
  PayloadRule<std::string> customer;
  PayloadRule<AlertWeight> severity;
  PayloadRule<AlertState> state;
  PayloadPlaces began;  // of an alert as a whole
  PayloadPlaces ended;
  PayloadPlaces at;  // of what was seen at an instant
  StampRules stamps;
  PayloadPlaces zone_from;  // where the payload names the zone of its stamps
  Place zone_place;
  std::vector<std::string> missing;  // texts that say nothing; the empty one always does
};

struct SourceProfileRead {
  std::optional<SourceProfile> profile;  // none when there are faults
  std::vector<Fault> faults;
};

/// The profile of a kind as `text`, YAML, changes it: what it does not say stays. Empty: nothing is
/// changed. Faults: those of the document, each with its place; a zone that is not known.
SourceProfileRead source_profile_from(SourceKind kind, std::string_view text, ZoneSource& zones);

/// The profile of a kind as YAML; empty for those that have none.
std::string_view profile_of_kind(SourceKind kind);

}  // namespace vigie
