// Why a figure is what it is, asked by the names of its target and its period.
#pragma once

#include <string>
#include <vector>

#include "engine/compliance/evaluation.h"
#include "engine/derivation/derivation.h"
#include "engine/outage/outage.h"

namespace vigie {

struct PeriodsAsked {
  const Terms& terms;
  const Evaluation& evaluation;  // with its verdicts
  const Names& names;
  const OutageLog& outages;
  Instant known_at;
  std::string target;
  std::string period;
};

/// One a version that has a figure of that period under that target, in the order of the results;
/// none when nothing has. Never fails. Source: design J11.
std::vector<Derivation> derive_periods(const PeriodsAsked& asked);

}  // namespace vigie
