#include "server/warning/rota_reader.h"

#include "engine/base/require.h"
#include "notation/icalendar_maintenance.h"

namespace vigie {

Result<std::vector<OnCall>, std::vector<Fault>> IcalendarRotaReader::read(std::string_view calendar,
                                                                          std::string_view zone,
                                                                          Interval within) const {
  const Zone* floating = zones_.find(zone);
  require(floating != nullptr, "the zone of a rota is known");
  IcalendarMaintenance found = read_icalendar_maintenance({.text = calendar,
                                                           .file = "calendar",
                                                           .zones = zones_,
                                                           .floating = *floating,
                                                           .within = within});
  if (!found.faults.empty()) return std::move(found.faults);
  std::vector<OnCall> on_call;
  for (IcalendarWindow& window : found.windows) {
    if (window.attendees.empty()) {
      on_call.push_back({.who = std::move(window.title), .interval = window.interval});
    }
    for (std::string& who : window.attendees) {
      on_call.push_back({.who = std::move(who), .interval = window.interval});
    }
  }
  return on_call;
}

}  // namespace vigie
