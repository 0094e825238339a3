// How an outage and its events are written, within an act.
#pragma once

#include <string>

#include "store/journal/act.h"
#include "store/outage/outage.h"

namespace vigie {

/// The reference that the next outage is given.
std::string next_outage_reference(Connection& rows);

/// Adds an event, then writes what the outage shows with it; `kept` is what it was, and is.
void record_event(Act& act, KeptOutage& kept, OutageEventRow event, const std::string& note);

}  // namespace vigie
