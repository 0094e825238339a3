#include "stored_outages.h"

#include <map>

#include "store/outage/maintenance.h"

namespace vigie::stored_cases {

namespace {

void add_outage(Act& act, const Outage& outage, const Names& names) {
  const Key<OutageRow> key =
      add_outage_row(act.rows(), {.reference = std::string{names.text(outage.reference)},
                                  .version = static_cast<std::int64_t>(outage.events.size()),
                                  .customer = {},
                                  .item = std::string{names.text(outage.of)},
                                  .title = {},
                                  .began_at = outage.events.front().at,
                                  .restored_at = {}});
  std::int64_t sequence = 0;
  for (const OutageEvent& event : outage.events) {
    OutageEventRow row{.outage = key,
                       .sequence = ++sequence,
                       .happened_at = event.at,
                       .recorded_at = event.recorded_at,
                       .word = event.word,
                       .weight = {},
                       .weight_of = {},
                       .users = event.users,
                       .source = std::string{names.text(event.source)},
                       .supersedes = event.supersedes};
    if (event.severity) {
      row.weight = event.severity->numerator;
      row.weight_of = event.severity->denominator;
    }
    act.add(row);
  }
}

/// Each window once, with as many announcements as the page has.
void add_maintenance(Act& act, const OutageLog& log, const Names& names) {
  std::map<std::string, Key<MaintenanceRow>> keys;
  std::map<std::string, std::int64_t> announced;
  for (const MaintenanceWindow& window : log.maintenance()) {
    const std::string reference{names.text(window.reference)};
    const std::string item{names.text(window.of)};
    if (!keys.contains(reference)) {
      keys[reference] = add_maintenance_row(act.rows(), {.reference = reference,
                                                         .version = 1,
                                                         .customer = {},
                                                         .item = item,
                                                         .title = window.title,
                                                         .starts_at = window.interval.from,
                                                         .ends_at = window.interval.to,
                                                         .announced_at = window.announced_at});
    }
    act.add(MaintenanceAnnouncementRow{.maintenance = keys[reference],
                                       .number = ++announced[reference],
                                       .item = item,
                                       .title = window.title,
                                       .starts_at = window.interval.from,
                                       .ends_at = window.interval.to,
                                       .announced_at = window.announced_at,
                                       .recorded_at = window.recorded_at,
                                       .withdrawn = window.withdrawn});
  }
}

}  // namespace

void add_outages(Desk& desk, const OutageLog& log, const Names& names) {
  Act& act = desk.open(ActWord::outage_opened, Thing::outage, "pages");
  for (const Outage& outage : log.outages()) add_outage(act, outage, names);
  add_maintenance(act, log, names);
  for (const Observation& observation : log.observed()) {
    act.add(ObservationRow{.customer = {},
                           .item = std::string{names.text(observation.of)},
                           .from_at = observation.interval.from,
                           .to_at = observation.interval.to,
                           .recorded_at = observation.interval.to});
  }
}

}  // namespace vigie::stored_cases
