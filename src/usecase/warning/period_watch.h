// Periods that run, and dates of agreements, looked at from time to time.
#pragma once

#include "usecase/figures/figures.h"
#include "usecase/job/job_at_work.h"
#include "usecase/warning/firing.h"

namespace vigie {

/// When they are looked at next; none: no rule is about them.
std::optional<Instant> next_period_watch(Connection& rows, const TermsInForce& terms);

/// Asks for the job when its time has come; once, whatever the number of nodes. Throws
/// `DatabaseError`.
void ask_for_period_watch(const WarningParts& parts);

/// The work of that job: notices of thresholds that may be lost, of budgets of errors that are
/// spent, and of dates of agreements. Source: `engine/outlook`.
Outcome<std::string> watch_periods(JobAtWork& at_work, const WarningParts& parts,
                                   const FiguresParts& figures);

}  // namespace vigie
