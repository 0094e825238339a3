#include "server/api/ticket_routes.h"

#include "server/api/api_route.h"
#include "usecase/ticket/ticket.h"

namespace vigie {

std::vector<Route> ticket_routes(Installation& here, TermsShelf& shelf) {
  return {
      lists(here,
            {.pattern = "/api/tickets",
             .permission = Permission::read_tickets,
             .refusals = {Refusal::cursor_unknown},
             .summary = "Open tickets with their clocks, the oldest first."},
            open_tickets),
      creates<OpenTicket, TicketView>(
          here,
          {.pattern = "/api/tickets",
           .permission = Permission::write_tickets,
           .refusals = {Refusal::customer_unknown, Refusal::name_malformed,
                        Refusal::event_in_the_future},
           .summary = "Opens a ticket, judged at once under the terms in force."},
          [&shelf](Desk& desk, const OpenTicket& asked) {
            return open_ticket(desk, shelf, asked);
          }),
      reads(here,
            {.pattern = "/api/tickets/{reference}",
             .permission = Permission::read_tickets,
             .refusals = {},
             .summary = "One ticket, and what each commitment shows now."},
            ticket),
      acts_on<RecordEvent, TicketView>(
          here,
          {.pattern = "/api/tickets/{reference}/events",
           .permission = Permission::write_tickets,
           .refusals = {Refusal::not_found, Refusal::version_changed, Refusal::event_in_the_future,
                        Refusal::event_before_opening},
           .summary = "Records what happened to a ticket, and judges it again."},
          [&shelf](Desk& desk, const Addressed& at, const RecordEvent& asked) {
            return record_event(desk, shelf, at, asked);
          }),
  };
}

}  // namespace vigie
