// Tickets that are told of, written under an act.
#pragma once

#include <vector>

#include "store/journal/act.h"
#include "usecase/import/told_file.h"

namespace vigie {

/// Some tickets, ready to be written in one act.
struct Load {
  std::vector<TicketOfFile> told;
  std::vector<LoadedTicket> loaded;  // of those that are new, in their order
  std::size_t events = 0;
};

/// Writes it; may run twice. Gives the keys of the tickets of which something is new.
std::vector<Key<TicketRow>> write_load(Act& act, const LoadOrigin& origin, const Load& load);

}  // namespace vigie
