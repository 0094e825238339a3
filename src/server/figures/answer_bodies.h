// Answers about figures as JSON: the same bytes, at once or by a job.
#pragma once

#include <string>

#include "server/figures/question_bodies.h"

namespace vigie {

std::string scorecard_body(const Figures& figures);

std::string what_if_body(const WhatIfQuestion& question, const AskWhatIf& asked,
                         const WhatIfFigures& figures);

}  // namespace vigie
