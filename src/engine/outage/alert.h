// What a monitoring tool says of one thing, and the outages that this comes to. Design F5.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/finding.h"
#include "engine/base/instant.h"

namespace vigie {

/// Weights of alerts are said out of so many: down is all of it.
inline constexpr std::int64_t whole_alert = 1'000;

/// One saying of a tool. Those that tell of an alert as a whole say when it began, and when it
/// ended once it did. Those that tell what they saw at an instant (`is_sample`) say one of the two.
struct AlertSaid {
  std::string fingerprint;  // the same for all that is said of one thing
  std::string item;         // service or item; empty: it could not be told
  std::string customer;     // as the tool calls it; empty: it says none
  std::string title;
  std::int64_t weight = whole_alert;  // out of `whole_alert`
  std::optional<Instant> began;
  std::optional<Instant> ended;
  bool is_sample = false;
  std::optional<FindingCode> finding = {};  // why it opens no outage
};

/// One time that an alert lasted.
struct AlertEpisode {
  Instant began;
  std::optional<Instant> ended;  // none: it goes on, or its end was not heard
  std::int64_t weight = whole_alert;
  bool counts = false;  // whatever its length: it is a part of an outage that began earlier
};

/// When an alert is an outage.
struct FlappingRules {
  Duration opens_after{};   // what ends sooner opens nothing
  Duration closes_after{};  // what returns sooner goes on as the same outage
};

struct SeverityChange {
  Instant at;
  std::int64_t weight = whole_alert;
};

/// Episodes that are one outage: from `first` to `last`, both included.
struct AlertSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  Instant began;
  std::optional<Instant> ended;
  std::int64_t weight = whole_alert;    // at first
  std::vector<SeverityChange> changes;  // later, in order of time
};

struct SpansOfAlert {
  std::vector<AlertSpan> spans;
  std::optional<Instant> changes_at;  // when they change should nothing else be heard
};

/// The outages that the episodes of one alert come to at `as_of`. An episode without an end lasts
/// until the next one begins; one of no length is none. Episodes are sorted by their beginnings.
/// An outage begins when its alert began, not `opens_after` later, and ends when it ended. Linear.
/// Never fails. House rule: decision 19.
SpansOfAlert spans_of_alert(std::span<const AlertEpisode> episodes, const FlappingRules& rules,
                            Instant as_of);

}  // namespace vigie
