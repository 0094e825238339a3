// All that is kept of outages, read in the order of recording.
#pragma once

#include <functional>

#include "store/outage/maintenance.h"

namespace vigie {

/// Whose facts: within a scope, or of one customer and of everyone.
struct FactsWanted {
  const Scope& scope;
  std::optional<Key<PartyRow>> customer;
};

/// By outage, then sequence.
void each_outage_event(
    Connection& rows, const FactsWanted& wanted,
    const std::function<void(const OutageRow& outage, const OutageEventRow& event)>& each);

/// By window, then number; with the reference of the window.
void each_announcement(Connection& rows, const FactsWanted& wanted,
                       const std::function<void(const std::string& reference,
                                                const MaintenanceAnnouncementRow& row)>& each);

/// In the order of recording.
void each_observation(Connection& rows, const FactsWanted& wanted,
                      const std::function<void(const ObservationRow&)>& each);

}  // namespace vigie
