// The terms that were not: agreements with an amendment, or with one clause changed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/agreement/agreement.h"

namespace vigie {

/// Another word for one clause of the commitments that bear one id.
struct TermChange {
  struct WithinOf {
    Duration budget;
  };
  struct RequiredOf {
    Ratio rate;
  };
  struct CalendarOf {
    std::string name;
  };
  std::string target;  // id of the commitments
  std::variant<WithinOf, RequiredOf, CalendarOf> clause;
};

/// `old` with `newer` beside or in their place. A version of an agreement that is known ends the
/// one before it on the day before it takes effect; the same version takes its place. Without an
/// agreement in common, `newer` replaces all. `from`: the day on which `newer` takes effect,
/// whatever it says.
std::vector<Agreement> amended(std::vector<Agreement> old, std::vector<Agreement> newer,
                               std::optional<CivilDay> from);

/// `agreements` with `change`, in every version; with `from`, as a new version from that day on,
/// each beside the one in force then. The same agreements when no commitment has that id.
std::vector<Agreement> changed(std::vector<Agreement> agreements, const TermChange& change,
                               std::optional<CivilDay> from);

/// Whether some commitment has the id of `change` and its agreement the calendar that it names.
bool can_change(const std::vector<Agreement>& agreements, const TermChange& change);

}  // namespace vigie
