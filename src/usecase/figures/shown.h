// Which agreements of the terms someone may see.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/compliance/evaluation.h"
#include "engine/penalty/ledger.h"
#include "usecase/desk.h"

namespace vigie {

/// By index of the terms: those whose row is in `scope`, or the versions of `reference` alone.
std::vector<bool> agreements_within(Connection& rows, const Scope& scope, const Terms& terms,
                                    const std::optional<std::string>& reference);

/// Takes out what is of other agreements.
void keep_shown(const std::vector<bool>& shown, Evaluation& evaluation);
void keep_shown(const std::vector<bool>& shown, Ledger& ledger);

}  // namespace vigie
