// The histories of many tickets, read at once.
#pragma once

#include "engine/ticket/histories.h"
#include "store/ticket/ticket.h"

namespace vigie {

/// Appends the tickets of `scope` to `histories`, in the order in which they came, each with its
/// events by sequence; their texts go into `names`. Read by ranges, so that no answer of the
/// database is larger than a few thousand tickets. Linear in their events.
void read_histories(Connection& rows, const Scope& scope, Names& names, Histories& histories);

/// Appends the tickets that those of `histories` name and that are not among them, and what these
/// name, whatever the scope: the verdict of a ticket may rest on another one. Source: design J6.
void read_tied_histories(Connection& rows, Names& names, Histories& histories);

}  // namespace vigie
