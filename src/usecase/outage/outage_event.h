// An event of an outage, between its row and the engine.
#pragma once

#include "engine/outage/outage.h"
#include "store/outage/outage.h"

namespace vigie {

/// Its texts go into `names`.
OutageEvent event_of(const OutageEventRow& row, Names& names);

/// What the events say of the row now: when it began, when it was restored, whether it never was.
/// `row.version` is how many there are.
OutageRow row_after(OutageRow row, const std::vector<OutageEventRow>& events, Instant as_of);

}  // namespace vigie
