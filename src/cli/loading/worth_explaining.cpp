#include "cli/loading/worth_explaining.h"

#include <algorithm>

#include "engine/clock/judge.h"

namespace vigie {
namespace {

/// How much there is to learn from a judgement.
int interest_of(const Judgement& judgement) {
  int interest = 1;
  if (judgement.verdict == Verdict::breached) interest += 2;
  const auto& segments = judgement.reading.segments;
  constexpr std::size_t readable = 12;
  if (segments.size() > readable) return interest;
  const bool has_pause = std::ranges::any_of(
      segments, [](const Segment& segment) { return segment.treatment == Treatment::paused; });
  return has_pause ? interest + 1 : interest;
}

}  // namespace

std::optional<WorthExplaining> worth_explaining(const Loaded& loaded) {
  constexpr std::size_t looked_at = 500;
  constexpr int most_interest = 4;
  const Relations relations;
  JudgeStorage storage;
  Findings findings;
  std::vector<Judgement> judgements;
  std::optional<WorthExplaining> best;
  int best_interest = 0;
  History history;
  const auto tickets = loaded.histories.tickets();
  for (std::size_t i = 0; i < std::min(tickets.size(), looked_at); ++i) {
    judgements.clear();
    tickets.read(i, history);
    judge_ticket({.terms = loaded.terms,
                  .history = history,
                  .relations = relations,
                  .as_of = loaded.as_of,
                  .known_at = loaded.known_at.value_or(last_instant),
                  .with_segments = true},
                 loaded.names, storage, judgements, findings);
    for (const auto& judgement : judgements) {
      if (interest_of(judgement) <= best_interest) continue;
      best_interest = interest_of(judgement);
      const auto& agreement = loaded.terms.agreement(judgement.agreement);
      best = {.ticket = std::string{loaded.names.text(judgement.ticket)},
              .target = agreement.commitments[judgement.commitment].id};
    }
    if (best_interest == most_interest) break;
  }
  return best;
}

}  // namespace vigie
