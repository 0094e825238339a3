// One ticket under all the terms that apply to it.
#pragma once

#include <vector>

#include "engine/clock/chain_reading.h"
#include "engine/clock/circumstance.h"
#include "engine/clock/cycle.h"
#include "engine/clock/piece.h"
#include "engine/clock/reading.h"
#include "engine/clock/terms.h"
#include "engine/ticket/history.h"
#include "engine/ticket/relations.h"

namespace vigie {

struct JudgeRequest {
  const Terms& terms;
  const History& history;
  const Relations& relations;
  Instant as_of;
  Instant known_at = last_instant;
  bool with_segments = false;  // for an explanation; slower
  bool with_held = true;       // false: nobody asks who held the ticket; faster
};

/// Working storage, reused from ticket to ticket; one per thread. What is left in it after a ticket
/// serves its explanation.
struct JudgeStorage {
  Timeline timeline;
  std::vector<Stretch> stretches;
  std::vector<Choice> choices;  // of the last stretch; with those set aside, for an explanation
  std::vector<std::uint32_t> in_force;
  std::vector<Cycle> cycles;
  std::vector<Piece> pieces;
  std::vector<Interval> pauses;
  std::vector<ChainReading> readings;
  ChainPool chains;
  std::vector<FindingCode> found;
};

/// Appends to `judgements` one entry per commitment that applies and per cycle: SLA, OLA and UC
/// side by side, by agreement then commitment then cycle. Findings of the ticket go to `findings`.
/// Never fails. Source: design J1-J6.
void judge_ticket(const JudgeRequest& request, const Names& names, JudgeStorage& storage,
                  std::vector<Judgement>& judgements, Findings& findings);

}  // namespace vigie
