#include "usecase/ticket/tied.h"

#include <algorithm>
#include <iterator>

#include "usecase/dispute/claims.h"

namespace vigie {

namespace {

constexpr std::size_t most_tied = 100;

void add(Connection& rows, TiedTickets& tied, Key<TicketRow> key) {
  TiedTicket ticket{.kept = ticket_by_key(rows, key), .history = {}};
  ticket.history.ticket = tied.names.intern<Ticket>(ticket.kept.row.reference);
  read_history(rows, key, tied.names, ticket.history);
  tied.histories.append(ticket.history.ticket, ticket.history.events);
  tied.tickets.push_back(std::move(ticket));
}

}  // namespace

TiedTickets read_tied(Connection& rows, const TermsInForce& terms, const TiedAsked& asked) {
  TiedTickets tied{
      .names = Names{terms.names.columns(), nullptr}, .histories = {}, .tickets = {}, .claims = {}};
  auto& tickets = tied.tickets;
  add(rows, tied, asked.ticket);
  const bool is_new = tickets.front().kept.row.version == 0;
  for (std::size_t i = 0; i < tickets.size(); ++i) {
    if (!is_new) {
      std::ranges::move(recorded_claims(rows, {.scope = Scope::whole(),
                                               .ticket = tickets[i].kept.key,
                                               .as_of = asked.as_of,
                                               .known_at = asked.known_at}),
                        std::back_inserter(tied.claims));
    }
    if (tickets.size() >= most_tied) continue;
    for (const Key<TicketRow> other : tied_tickets(rows, tickets[i].kept)) {
      const bool is_known = std::ranges::any_of(
          tickets, [&](const TiedTicket& known) { return known.kept.key == other; });
      if (!is_known && tickets.size() < most_tied) add(rows, tied, other);
    }
  }
  return tied;
}

}  // namespace vigie
