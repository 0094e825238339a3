#include "usecase/outage/outage_log.h"

#include "store/outage/outage_facts.h"
#include "usecase/outage/outage_event.h"

namespace vigie {

OutageLog outage_log(Connection& rows, const OutageLogAsked& asked, Names& names) {
  const FactsWanted wanted{.scope = asked.scope, .customer = asked.customer};
  OutageLog log;
  const auto customer_of = [&](const FactOf& of) {
    return names.intern<AttributeValue>(of.customer);
  };
  each_outage_event(
      rows, wanted, [&](const FactOf& of, const std::string& item, const OutageEventRow& event) {
        log.append(names.intern<OutageReference>(of.reference), names.intern<AttributeValue>(item),
                   event_of(event, names), customer_of(of));
      });
  each_announcement(rows, wanted, [&](const FactOf& of, const MaintenanceAnnouncementRow& row) {
    log.append(MaintenanceWindow{.reference = names.intern<OutageReference>(of.reference),
                                 .of = names.intern<AttributeValue>(row.item),
                                 .interval = {row.starts_at, row.ends_at},
                                 .announced_at = row.announced_at,
                                 .recorded_at = row.recorded_at,
                                 .withdrawn = row.withdrawn,
                                 .title = row.title,
                                 .customer = customer_of(of)});
  });
  each_observation(rows, wanted, [&](const FactOf& of, const ObservationRow& row) {
    log.append(Observation{.of = names.intern<AttributeValue>(row.item),
                           .interval = {row.from_at, row.to_at},
                           .customer = customer_of(of)});
  });
  return log;
}

}  // namespace vigie
