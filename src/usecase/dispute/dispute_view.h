// A dispute as it is shown at an instant.
#pragma once

#include "store/dispute/dispute.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/dispute/dispute.h"

namespace vigie {

/// What a dispute has come to at an instant, silence included.
struct DisputeStanding {
  DisputeState state{};
  bool by_silence = false;
  std::optional<Instant> answer_until;  // while an answer is awaited, and silence means something
  std::optional<DisputeState> then;
};
DisputeStanding standing_at(const DisputeRow& row, const TermsInForce& terms, Instant as_of);

/// With its steps and the clocks concerned when `is_whole`.
DisputeView view_of(Connection& rows, const TermsInForce& terms, const KeptDispute& dispute,
                    bool is_whole);

}  // namespace vigie
