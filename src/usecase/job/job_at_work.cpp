#include "usecase/job/job_at_work.h"

namespace vigie {

void JobAtWork::tell(std::int64_t done, std::int64_t total) {
  done_ = done;
  total_ = total;
  check();
}

void JobAtWork::check() const {
  if (is_lost_) throw JobStopped{JobStopped::Why::lost};
  if (is_unwanted_) throw JobStopped{JobStopped::Why::cancelled};
  if (stops_) throw JobStopped{JobStopped::Why::stopping};
}

void JobAtWork::beat() {
  here_.database.act([&](Connection& rows) {
    const auto is_unwanted = go_on_with_job(
        rows, job_, lease_, {.units_done = done_, .units_total = total_, .step = std::nullopt});
    if (!is_unwanted) is_lost_ = true;
    if (is_unwanted == true) is_unwanted_ = true;
  });
}

void JobAtWork::hold(Connection& rows, const std::optional<std::string>& step) {
  const auto is_unwanted = go_on_with_job(
      rows, job_, lease_, {.units_done = done_, .units_total = total_, .step = step});
  if (!is_unwanted) throw JobStopped{JobStopped::Why::lost};
  if (*is_unwanted) throw JobStopped{JobStopped::Why::cancelled};
}

}  // namespace vigie
