// Figures that a case gives instead of tickets: published schemes have no tickets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/ratio.h"
#include "notation/yaml.h"

namespace vigie {

/// The figure of one target in one period.
struct CaseFigure {
  std::string target;
  std::string period;         // "2026-09", "2026-Q3"
  std::optional<Ratio> rate;  // none: a period without volume
  std::int64_t met = 0;       // of "11 of 12"; both 0 when only a rate is given
  std::int64_t measured = 0;
  Place place;
};

/// `figures: {respond-p1: {2026-09: 96.5 %, 2026-10: 11 of 12, 2026-11: none}}`.
std::vector<CaseFigure> case_figures_from(const YamlNode& figures, std::vector<Fault>& faults);

}  // namespace vigie
