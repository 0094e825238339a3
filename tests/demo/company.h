// The demo company, judged.
#pragma once

#include <map>
#include <string>

#include "connector/zone_folder.h"
#include "engine/compliance/evaluate.h"

namespace vigie::planted {

struct Company {
  ZoneFolder zones;
  Names names;
  Terms terms;
  Histories histories;
  OutageLog outages;
  Evaluation evaluation;

  /// The target of an agreement, "acme@1 resolve-p2".
  const TargetResult& target(const std::string& name) const;
  /// Its figures of a period.
  const Attainment& of(const std::string& target, const std::string& period) const;
};

/// Told and judged once for all tests.
const Company& company();

/// met x 100 / measured, rounded down; 100 without volume.
std::int64_t percent(const Tally& tally);

}  // namespace vigie::planted
