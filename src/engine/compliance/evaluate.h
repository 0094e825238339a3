// Terms and facts in, scorecard out.
#pragma once

#include <functional>
#include <optional>

#include "engine/compliance/evaluation.h"
#include "engine/outage/outage.h"
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
  unsigned threads = 0;                // 0: as many as the machine has cores
  std::size_t together = 4096;         // tickets that one thread judges before it takes others
  const OutageLog* outages = nullptr;  // null: nothing is known of outages
  /// By agreement: whose availability is wanted; null: of all. The others' targets stay empty.
  const std::vector<bool>* shown = nullptr;
};

/// A verdict that counts, in little room: what a comparison of terms needs of it.
struct BriefVerdict {
  Id<Ticket> ticket;
  std::uint32_t rank = 0;  // of the ticket among all
  std::uint32_t agreement = 0;
  std::uint32_t commitment = 0;
  Verdict verdict = Verdict::pending;  // official
};

/// Judges every ticket, on several threads, and adds up in the order of the tickets: the result is
/// the same whatever the number of threads. `progress(done, of)` may be empty; it is called from
/// time to time, by the thread that called. `brief`: where to append the verdicts that count, in
/// the order of the tickets; null: nowhere. Never fails.
Evaluation evaluate(const EvaluateRequest& request,
                    const std::function<void(std::uint64_t, std::uint64_t)>& progress = {},
                    std::vector<BriefVerdict>* brief = nullptr);

}  // namespace vigie
