// What the state of a version lets it do. Design A3.
#pragma once

#include "vocabulary/agreement.h"

namespace vigie {

/// Whether a version in this state was signed one day: only such a version judges.
constexpr bool was_signed(AgreementState state) {
  return state == AgreementState::signed_ || state == AgreementState::in_force ||
         state == AgreementState::suspended || state == AgreementState::expired ||
         state == AgreementState::terminated;
}

}  // namespace vigie
