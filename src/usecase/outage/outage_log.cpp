#include "usecase/outage/outage_log.h"

#include "store/outage/outage_facts.h"
#include "usecase/outage/outage_event.h"

namespace vigie {

OutageLog outage_log(Connection& rows, const OutageLogAsked& asked, Names& names) {
  const FactsWanted wanted{.scope = asked.scope, .customer = asked.customer};
  OutageLog log;
  each_outage_event(rows, wanted, [&](const OutageRow& outage, const OutageEventRow& event) {
    log.append(names.intern<OutageReference>(outage.reference),
               names.intern<AttributeValue>(outage.item), event_of(event, names));
  });
  each_announcement(
      rows, wanted, [&](const std::string& reference, const MaintenanceAnnouncementRow& row) {
        log.append(MaintenanceWindow{.reference = names.intern<OutageReference>(reference),
                                     .of = names.intern<AttributeValue>(row.item),
                                     .interval = {row.starts_at, row.ends_at},
                                     .announced_at = row.announced_at,
                                     .recorded_at = row.recorded_at,
                                     .withdrawn = row.withdrawn,
                                     .title = row.title});
      });
  each_observation(rows, wanted, [&](const ObservationRow& row) {
    log.append(Observation{.of = names.intern<AttributeValue>(row.item),
                           .interval = {row.from_at, row.to_at}});
  });
  return log;
}

}  // namespace vigie
