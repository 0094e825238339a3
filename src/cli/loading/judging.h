// All the tickets that were loaded, judged with a progress bar.
#pragma once

#include <optional>

#include "cli/loading/loading.h"
#include "engine/compliance/evaluate.h"

namespace vigie {

struct JudgingAsked {
  std::optional<Interval> within;  // only verdicts whose period instant falls in it
  bool keep_verdicts = false;
  unsigned threads = 0;  // 0: all cores
};

/// The evaluation as of the instant that was asked for; the findings of reading come first.
Evaluation judge_all(const Loaded& loaded, const JudgingAsked& judging, Session& session);

}  // namespace vigie
