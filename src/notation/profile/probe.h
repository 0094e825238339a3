// Rows of a probe gathered by what it watches, then told as outages and observed time.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/outage/outage.h"
#include "notation/profile/gathering.h"

namespace vigie {

/// Each row says what the probe saw at an instant. The same state again is a sample, no event: an
/// outage lasts from the first row that shows it to the next row of another state. Time is observed
/// from the first row of a service to its last. Rows may come in any order; ties stand as in the
/// file. A state that the profile does not map is time that nobody knows about, and a finding.
class ProbeGathering {
 public:
  /// The profile has a probe.
  ProbeGathering(const GatheringRequest& request, Names& names, Findings& findings);
  ~ProbeGathering();
  ProbeGathering(const ProbeGathering&) = delete;
  ProbeGathering& operator=(const ProbeGathering&) = delete;

  /// `cells` in the order of `columns_of(profile)`. A row that does not say of what, or whose stamp
  /// cannot be read, is a finding and left out.
  void take(std::span<const std::string_view> cells, std::uint64_t line);

  /// Appends what each service shows, in the order of their first rows. Call it once, last. An
  /// outage is named after its service and its first instant, so that the same export gives the
  /// same names.
  void give(OutageLog& outages);

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace vigie
