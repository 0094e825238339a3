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

/// What agreements call the customer of a fact; empty: it is everyone's.
struct FactOf {
  std::string reference;  // of the outage or the window
  std::string customer;
};

/// By outage, then sequence.
void each_outage_event(Connection& rows, const FactsWanted& wanted,
                       const std::function<void(const FactOf& of, const std::string& item,
                                                const OutageEventRow& event)>& each);

/// By window, then number.
void each_announcement(
    Connection& rows, const FactsWanted& wanted,
    const std::function<void(const FactOf& of, const MaintenanceAnnouncementRow& row)>& each);

/// In the order of recording; without reference.
void each_observation(Connection& rows, const FactsWanted& wanted,
                      const std::function<void(const FactOf& of, const ObservationRow& row)>& each);

}  // namespace vigie
