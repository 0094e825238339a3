// Civil days as tests write them.
#pragma once

#include "engine/calendar/civil.h"

namespace vigie {

/// "on(2026, 3, 29)"
constexpr CivilDay on(int year, unsigned month, unsigned day) {
  return CivilDay{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

}  // namespace vigie
