#include "engine/agreement/lifecycle.h"

#include <algorithm>

#include "engine/agreement/agreement.h"

namespace vigie {

std::vector<AgreementState> states_after(AgreementState state) {
  using enum AgreementState;
  switch (state) {
    case requirement:
      return {draft, refused, withdrawn};
    case draft:
      return {in_negotiation, withdrawn};
    case in_negotiation:
      return {draft, refused, withdrawn};
    case signed_:
    case in_force:
      return {suspended, terminated};
    case suspended:
      return {terminated};
    case expired:
    case terminated:
    case refused:
    case withdrawn:
      break;
  }
  return {};
}

void stop_after(Agreement& version, CivilDay last_day) {
  const CivilDay before_effect = version.in_force.from - std::chrono::days{1};
  const CivilDay last = std::max(last_day, before_effect);
  const bool ends_before = version.in_force.to && !version.tacit_renewal;
  version.in_force.to = ends_before ? std::min(*version.in_force.to, last) : last;
  version.tacit_renewal = false;
}

void end_what_is_amended(std::vector<Agreement>& agreements) {
  for (Agreement& earlier : agreements) {
    if (!was_signed(earlier.state)) continue;
    for (const Agreement& later : agreements) {
      const bool amends =
          later.id == earlier.id && later.version > earlier.version && was_signed(later.state);
      if (!amends) continue;
      const bool is_over = earlier.in_force.to && !earlier.tacit_renewal &&
                           *earlier.in_force.to < later.in_force.from;
      if (!is_over) stop_after(earlier, later.in_force.from - std::chrono::days{1});
    }
  }
}

}  // namespace vigie
