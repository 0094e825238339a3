// Terms and facts in, scorecard out.
#pragma once

#include <functional>
#include <optional>

#include "engine/compliance/evaluation.h"
#include "engine/ticket/histories.h"

namespace vigie {

struct EvaluateRequest {
  const Terms& terms;
  const Histories& histories;
  const Names& names;
  Instant as_of;
  Instant known_at = last_instant;
  std::optional<Interval> within;  // only verdicts whose period instant falls in it
  bool keep_verdicts = false;
  unsigned threads = 0;         // 0: as many as the machine has cores
  std::size_t together = 4096;  // tickets that one thread judges before it takes others
};

/// Judges every ticket, on several threads, and adds up in the order of the tickets: the result is
/// the same whatever the number of threads. `progress(done, of)` may be empty; it is called from
/// time to time, by the thread that called. Never fails.
Evaluation evaluate(const EvaluateRequest& request,
                    const std::function<void(std::uint64_t, std::uint64_t)>& progress = {});

}  // namespace vigie
