// A columnar file brought up to date without reading its source again.
#pragma once

#include "engine/outage/outage.h"
#include "engine/ticket/histories.h"

namespace vigie {

/// What a newer source says of a ticket that is known already.
enum class Newer : std::uint8_t {
  adds,      // a journal: its events come after those known; those known already count once
  replaces,  // an export: it tells the whole ticket anew
};

/// `known` with what `newer` says; both use one table of names. Tickets keep their order, new ones
/// come last. An event is known already when all its fields are, as often as it is said. The result
/// is settled. Source: design E4, S5.
Histories refreshed(const Histories& known, const Histories& newer, Newer means);

/// The same of outages and maintenance windows, by their reference. Observed time is only added to.
OutageLog refreshed(const OutageLog& known, const OutageLog& newer, Newer means);

}  // namespace vigie
