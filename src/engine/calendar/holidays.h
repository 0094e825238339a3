// Named sets of holidays, computed from rules with their years and sources (data/holidays).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.h"

namespace vigie {

struct Holiday {
  CivilDay day;
  std::string_view name;  // in the language of the place
  std::string_view english;
  bool is_substitute = false;  // stands for a holiday that falls on a weekend
};

/// The holidays of the set, and of those that it includes, on the days `first` to `last`, both
/// included, in order; two that fall on one day are both there. None when no set has that name.
std::optional<std::vector<Holiday>> holidays_of(std::string_view set, CivilDay first,
                                                CivilDay last);

/// Names of all sets, sorted.
std::vector<std::string> holiday_set_names();

}  // namespace vigie
