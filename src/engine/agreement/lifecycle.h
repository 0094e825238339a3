// What the state of a version lets it do, and what follows for the versions beside it. Design A3.
#pragma once

#include <vector>

#include "engine/base/instant.h"
#include "vocabulary/agreement.h"

namespace vigie {

struct Agreement;

/// Whether a version in this state was signed one day: only such a version judges.
constexpr bool was_signed(AgreementState state) {
  return state == AgreementState::signed_ || state == AgreementState::in_force ||
         state == AgreementState::suspended || state == AgreementState::expired ||
         state == AgreementState::terminated;
}

/// Whether a day says that it was stopped before its term.
constexpr bool is_stopped(AgreementState state) {
  return state == AgreementState::suspended || state == AgreementState::terminated;
}

/// The states to which people take a version that is in `state`, in the order of their list. Signed
/// is reached by signatures, in force and expired by the calendar; a version that was suspended is
/// taken up by an amendment, so that no day is judged twice over. Source: design A3.
std::vector<AgreementState> states_after(AgreementState state);

/// Whether both sides may sign it now.
constexpr bool is_to_sign(AgreementState state) { return state == AgreementState::in_negotiation; }

/// Stops a version: it judges nothing after `last_day`, and is not renewed.
void stop_after(Agreement& version, CivilDay last_day);

/// Each version that was signed holds until the day before a later version of the same agreement
/// that was signed takes effect: an amendment needs not say the end of what it amends. Versions are
/// told apart by their numbers. Linear in the versions of each agreement, squared.
void end_what_is_amended(std::vector<Agreement>& agreements);

}  // namespace vigie
