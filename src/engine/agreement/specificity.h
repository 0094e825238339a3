// Which of two commitments is the more specific, and whether both could apply to one ticket.
// Design A2.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/agreement/agreement.h"

namespace vigie {

struct CommitmentOf {
  const Agreement& agreement;
  const Commitment& commitment;
};

/// Level and narrowing attributes as one number: the higher is the more specific.
std::uint32_t specificity_of(const CommitmentOf& of);

/// Who promised: the team of an operational agreement, else the provider.
const std::string& obliged_by(const Agreement& agreement);

/// Whether a day exists on which both hold.
bool hold_together(const Agreement& a, const Agreement& b);

/// Whether two targets of availability are about a service in common.
bool promise_same_item(const CommitmentOf& a, const CommitmentOf& b);

/// Same kind, obliged party, metric and specificity, and a ticket could be under both: nothing
/// says which one applies. Named windows of different names are taken not to meet.
bool are_equals(const CommitmentOf& a, const CommitmentOf& b);

/// Whether a ticket could be in both scopes.
bool meet(const Applicability& a, const Applicability& b);

/// Whether every ticket of `inner` is also one of `outer`.
bool is_within(const Applicability& inner, const Applicability& outer);

}  // namespace vigie
