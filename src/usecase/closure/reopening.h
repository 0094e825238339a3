// What the parties say of closing a period again.
#pragma once

#include <string>

#include "usecase/closure/closure_view.h"
#include "usecase/reason.h"

namespace vigie {

struct StepOfReopening {
  ReopeningStep step{};
  std::string reason;
};

template <>
inline constexpr std::string_view title_of<StepOfReopening> = "StepOfReopening";
template <>
inline constexpr auto fields_of<StepOfReopening> = std::tuple{
    field("step", &StepOfReopening::step, "What is said."),
    field("reason", &StepOfReopening::reason, "Why, in a few words.", AtMost{most_of_reason}),
};

/// A step said for `side`, which is that of the permission of the act. One party asks; the other
/// agrees or declines, by another account; the one that asked may take it back. Once agreed, the
/// period may be closed again, once. Refused, in this order: not_found, version_changed,
/// reason_malformed, closure_replaced, reopening_waits, reopening_not_asked, other_party_answers.
Outcome<ClosureView> say_of_reopening(Desk& desk, const Addressed& at, ClosureSide side,
                                      const StepOfReopening& asked);

}  // namespace vigie
