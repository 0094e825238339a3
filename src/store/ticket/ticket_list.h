// Tickets listed by what they show.
#pragma once

#include "store/ticket/ticket.h"
#include "vocabulary/ticket_list.h"

namespace vigie {

/// Where a list goes on: after this instant of its order and this key.
struct TicketListPlace {
  Instant at{};
  std::int64_t key = 0;
};

/// What is none is not asked for; words are folded, each the beginning of one.
struct TicketsWanted {
  TicketShown shown{};
  TicketOrder order{};
  std::optional<std::vector<Key<PartyRow>>> customers;
  std::vector<std::pair<std::string_view, std::string>> columns;  // of the ticket: name, value
  std::vector<std::string> words;
  std::optional<bool> is_major;
  std::optional<Instant> due_before;  // of the first of its clocks that is due, included
  std::optional<Instant> not_due_before;
  std::optional<TicketListPlace> after;
  std::int64_t most = 0;
};

/// The instant by which `order` has a ticket.
Instant place_of(const TicketRow& row, TicketOrder order);

/// Columns are names of ours. At most so many.
std::vector<ListedTicket> listed_tickets(Connection& rows, const Scope& scope,
                                         const TicketsWanted& wanted);

}  // namespace vigie
