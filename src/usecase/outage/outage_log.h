// What is kept of outages, as the engine takes it.
#pragma once

#include <optional>

#include "engine/outage/outage.h"
#include "store/outage/maintenance.h"

namespace vigie {

struct OutageLogAsked {
  const Scope& scope;
  /// Of that customer and of everyone, as its availability wants; none: of all in the scope.
  std::optional<Key<PartyRow>> customer = {};
};

/// Outages with their events, announcements of maintenance and observed time, each in the order of
/// recording; what was learnt or happened later than an instant is left out by `read_outages`.
/// Texts go into `names`. Linear in what is kept of them. Source: design F5, J13.
OutageLog outage_log(Connection& rows, const OutageLogAsked& asked, Names& names);

}  // namespace vigie
