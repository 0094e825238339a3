// The hours in which people of the stories work.
#pragma once

#include <vector>

#include "demo/company.h"
#include "engine/calendar/hours_index.h"

namespace vigie {

/// Calendars of all crews, compiled once. Lives no longer than its zones.
class Crews {
 public:
  explicit Crews(ZoneSource& zones);
  const HoursIndex& of(Crew crew) const { return hours_[static_cast<std::size_t>(crew)]; }
  /// The instant at which `minutes` of work begun at `from` are done.
  Instant after(Crew crew, Instant from, std::int64_t minutes) const;

 private:
  std::vector<HoursIndex> hours_;
};

}  // namespace vigie
