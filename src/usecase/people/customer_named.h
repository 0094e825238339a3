// A party that a person names, when they may.
#pragma once

#include <optional>
#include <string>

#include "store/people/party.h"
#include "usecase/desk.h"

namespace vigie {

/// The customer of `reference`, within the scope of the act; nobody, when none is named by someone
/// who sees everything: what is made is everyone's. Refused: customer_unknown.
Outcome<std::optional<Key<PartyRow>>> customer_named(Desk& desk,
                                                     const std::optional<std::string>& reference);

}  // namespace vigie
