// Routes of sources of facts.
#pragma once

#include <functional>
#include <vector>

#include "engine/time/zone.h"
#include "server/router/route.h"
#include "usecase/source/ticket_taking.h"

namespace vigie {

/// What stands behind them; all of it lives longer.
struct SourceParts {
  Installation& here;
  ZoneSource& zones;  // used by several threads
  TermsShelf& shelf;
  const ImportReader& import_reader;
  std::function<void()> heard = {};  // called when something may have to be settled later
};

std::vector<Route> source_routes(const SourceParts& parts);

/// POST /api/sources/{reference}/facts.
Route takes_facts(const SourceParts& parts);

}  // namespace vigie
