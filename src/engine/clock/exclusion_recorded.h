// Claims of exclusion that were recorded beside the documents of agreements. Design J9.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/clock/exclusion.h"

namespace vigie {

/// What a party asked for, and what has come of it, as known when it is read. Under every version
/// of its agreement it stands as an exclusion of the document would.
struct RecordedClaim {
  std::string agreement;   // its id
  std::string commitment;  // empty: all of them
  std::string ticket;      // or
  std::string outage;
  ExclusionGround ground = ExclusionGround::agreed;
  Instant claimed_at;
  std::optional<Instant> countered_at;  // the other party answered with another proposal
  std::optional<Instant> answered_at;
  bool accepted = false;
};

/// The claim as documents write it, each instant as its day in the zone of the agreement. A
/// proposal that answered in time is what the final answer is dated by; while it waits for one, it
/// is a claim of its own day.
Exclusion exclusion_of(const RecordedClaim& claim, const Zone& zone);

/// The terms, each claim beside the documents of all versions of its agreement: whoever judges with
/// them finds in every figure what was agreed and claimed. A claim under an agreement that they do
/// not have is left aside. Linear in claims and agreements. Source: design J9.
Terms with_claims(const Terms& terms, std::span<const RecordedClaim> claims, Names& names);

/// Takes the claims about one ticket into a judgement of it, beside those of the documents: an
/// agreed one wins over a pending one, which wins over a refused one. Others are left aside.
void take_claims(const Terms& terms, std::span<const RecordedClaim> claims, std::string_view ticket,
                 Instant as_of, Judgement& judgement);

/// Until when the answer to a claim is awaited, and what silence makes of it then.
struct AwaitedAnswer {
  std::optional<Instant> until;  // included; none: for ever
  Standing then = Standing::refused;
};
AwaitedAnswer awaited_answer(const RecordedClaim& claim, const ExclusionRules& rules,
                             const Zone& zone);

}  // namespace vigie
