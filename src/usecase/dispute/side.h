// For whom someone speaks.
#pragma once

#include "store/dispute/dispute.h"
#include "usecase/desk.h"

namespace vigie {

constexpr DisputeSide other_side(DisputeSide side) {
  return side == DisputeSide::provider ? DisputeSide::customer : DisputeSide::provider;
}

/// The side of the caller on rows of that customer, or the one asked for, which only those who act
/// for the provider may choose. Refused: side_not_yours.
Outcome<DisputeSide> side_of(const Desk& desk, Key<PartyRow> customer,
                             std::optional<DisputeSide> asked);

/// When it was said: now, or as who acts for the provider records it later. Refused:
/// event_not_yours, event_in_the_future.
Outcome<Instant> said_at(Desk& desk, Key<PartyRow> customer, std::optional<Instant> asked);

/// Writes a step of `dispute`, whose version is its number.
void write_step(Act& act, const KeptDispute& dispute, DisputeStepRow step,
                const std::string& motive);

}  // namespace vigie
