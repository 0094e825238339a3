// Open tickets judged again, when the terms or the rules have changed.
#pragma once

#include "usecase/job/job_at_work.h"
#include "usecase/warning/firing.h"

namespace vigie {

/// Asks for the job when open tickets were last judged under other terms or other rules; once,
/// whatever the number of nodes. Throws `DatabaseError`.
void ask_for_settling(const WarningParts& parts);

/// The work of that job: a few tickets an act, each as its next event would judge it.
Outcome<std::string> settle_open_tickets(JobAtWork& at_work, const WarningParts& parts);

}  // namespace vigie
