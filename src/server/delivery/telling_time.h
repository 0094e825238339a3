// When somebody wants to be told.
#pragma once

#include "engine/calendar/service_calendar.h"
#include "usecase/notice/round.h"

namespace vigie {

/// The first instant from `at` on (included) that is within `week`, on the clocks of `zone`; none
/// when the week has no open hour.
std::optional<Instant> next_open_in(const WeekHours& week, const Zone& zone, Instant at);

/// As `preference` says. Of an hour: the next full one; of a day: its minute, on the clocks of the
/// zone. What would come outside of the hours waits for the next opening; a message of a day comes
/// at its minute, which was chosen too. `zone`: of the preference, or of the installation.
TellingTime telling_time(const NoticePreferenceRow& preference, const Zone& zone, Instant now);

/// For letters, by the zones of the node; what cannot be read prefers nothing.
WhenToTell when_to_tell(ZoneSource& zones, const std::string& installation_zone);

}  // namespace vigie
