// The three routes that say how the program is: alive, ready, and in figures.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/router/route.h"
#include "server/transport/gauges.h"

namespace vigie {

/// One thing without which requests should not come here: the store, the clock.
struct ReadyCheck {
  std::string name;
  /// Why it is not ready; none when it is. May take a moment; called on a worker.
  std::function<std::optional<std::string>()> why_not;
};

struct ProbeParts {
  const Gauges& gauges;
  std::vector<ReadyCheck> checks;
  std::function<std::string()> metrics_page;
};

/// GET /healthz, GET /readyz, GET /metrics.
std::vector<Route> probe_routes(ProbeParts parts);

}  // namespace vigie
