// What follows from other rows, made again.
#pragma once

#include <functional>

#include "store/database/database.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// Judges every ticket again as of now and writes its clocks, a hundred tickets an act of the
/// database; nothing is added to the journal, which is about what people do. `progress(done, of)`
/// may be empty. For a restore, before anyone else writes. Gives the number of tickets.
/// Source: design E3, E10.
std::int64_t make_derived_again(Database& database, TermsShelf& shelf,
                                const std::function<void(std::int64_t, std::int64_t)>& progress);

}  // namespace vigie
