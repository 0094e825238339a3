// Routes of imports, and the work of their jobs.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/import/import_work.h"
#include "usecase/job/job_runner.h"

namespace vigie {

/// `reader` lives longer.
std::vector<Route> import_routes(Installation& here, const ImportReader& reader,
                                 std::int64_t most_jobs);

/// Adds the kinds of jobs of imports; what `parts` refer to lives longer.
void add_import_works(JobWorks& works, const ImportParts& parts);

}  // namespace vigie
