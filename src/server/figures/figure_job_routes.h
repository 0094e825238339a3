// Questions about figures that are answered by jobs.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/figures/figures.h"
#include "usecase/job/job_runner.h"

namespace vigie {

/// `most_jobs`: limit jobs_of_account.
std::vector<Route> figure_job_routes(const FiguresParts& parts, std::int64_t most_jobs);

/// The work of the jobs that those routes ask for.
void add_figure_works(JobWorks& works, const FiguresParts& parts);

}  // namespace vigie
