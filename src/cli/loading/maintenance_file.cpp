#include "cli/loading/maintenance_file.h"

#include <algorithm>

#include "cli/console/refusal.h"
#include "cli/loading/text_file.h"
#include "notation/icalendar_maintenance.h"

namespace vigie {

bool load_maintenance(const std::string& file, Session& session, Loaded& loaded) {
  const std::string text = text_of_file(file);
  const Duration ahead{std::chrono::days{366}};
  auto read = read_icalendar_maintenance(
      {.text = text,
       .file = file,
       .zones = *loaded.zones,
       .floating = loaded.terms.zone(0),
       .within = {first_instant, std::min(loaded.as_of, last_instant - ahead) + ahead}});
  if (refuse(read.faults, {{file, text}}, session)) return false;
  for (IcalendarWindow& window : read.windows) {
    loaded.outages.append(
        {.reference = loaded.names.intern<OutageReference>(window.reference),
         .of = window.of.empty() ? Value{} : loaded.names.intern<AttributeValue>(window.of),
         .interval = window.interval,
         .announced_at = window.announced_at,
         .recorded_at = window.announced_at.value_or(window.interval.from),
         .title = std::move(window.title)});
  }
  return true;
}

}  // namespace vigie
