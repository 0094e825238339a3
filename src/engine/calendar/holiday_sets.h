// The sets of holidays that the program knows, as the files of data/holidays say them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/calendar/holiday_rule.h"

namespace vigie {

struct HolidaySet {
  std::string_view key;       // "fr-alsace-moselle"
  std::string_view name;      // of the place, in English
  std::string_view includes;  // key of a set whose days it also has; empty for none
  std::span<const HolidayRule> rules;
};

/// All sets, each after the one that it includes.
std::span<const HolidaySet> holiday_sets();

/// None when no set has that key.
const HolidaySet* holiday_set(std::string_view key);

}  // namespace vigie
