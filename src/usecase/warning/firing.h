// Timers that have fired become notices.
#pragma once

#include "usecase/agreement/terms_in_force.h"
#include "usecase/warning/notice_maker.h"

namespace vigie {

/// What the making of notices stands on; all of it lives longer.
struct WarningParts {
  Installation& here;
  TermsShelf& shelf;
  RotaShelf& rotas;
};

/// Takes the timers that have fired by the clock of the database, in one act, at most `most`; gives
/// how many. Each is taken once, whatever the number of nodes, and its notice is there when it is
/// gone. Throws `DatabaseError`. Source: design S4, E6.
std::int64_t fire_timers(const WarningParts& parts, std::int64_t most);

}  // namespace vigie
