#include "server/api/ticket_routes.h"

#include "server/api/api_query_route.h"
#include "server/api/fact/explanation_route.h"
#include "server/api/fact/ticket_export_route.h"
#include "usecase/ticket/event.h"
#include "usecase/ticket/ticket_list.h"
#include "usecase/ticket/ticket_then.h"

namespace vigie {

namespace {

using enum Refusal;

std::vector<Route> routes_of_tickets(Installation& here, TermsShelf& shelf) {
  return {
      lists_where<TicketView, TicketFilter>(
          here,
          {.pattern = "/api/tickets",
           .permission = Permission::read_tickets,
           .refusals = {cursor_unknown, customer_unknown},
           .summary = "Tickets with their clocks: the open ones, the oldest first."},
          [&shelf](const Look& look, const ListAsked& asked, const TicketFilter& filter) {
            return tickets(look, shelf, asked, filter);
          }),
      creates<OpenTicket, TicketView>(
          here,
          {.pattern = "/api/tickets",
           .permission = Permission::write_tickets,
           .refusals = {customer_unknown, name_malformed, event_not_yours, event_in_the_future},
           .summary = "Opens a ticket, judged at once under the terms in force."},
          [&shelf](Desk& desk, const OpenTicket& asked) {
            return open_ticket(desk, shelf, asked);
          }),
      reads_as<TicketView, TicketThen>(
          here,
          {.pattern = "/api/tickets/{reference}",
           .permission = Permission::read_tickets,
           .refusals = {not_known_yet},
           .summary = "One ticket, and what each commitment shows: now, or as it was known."},
          [&shelf](const Look& look, std::string_view reference, const TicketThen& asked) {
            return ticket_then(look, shelf, reference, asked);
          }),
  };
}

std::vector<Route> routes_of_events(Installation& here, TermsShelf& shelf) {
  return {
      lists_of(here,
               {.pattern = "/api/tickets/{reference}/events",
                .permission = Permission::read_tickets,
                .refusals = {cursor_unknown},
                .summary = "The journal of a ticket, in the order of recording."},
               events_of_ticket),
      acts_on<RecordEvent, TicketView>(
          here,
          {.pattern = "/api/tickets/{reference}/events",
           .permission = Permission::write_tickets,
           .refusals = {not_found, version_changed, event_in_the_future, event_before_opening,
                        opened_once, correction_mute, event_incomplete, event_field_idle,
                        event_not_yours, ticket_itself, ticket_unknown, ticket_ended,
                        ticket_resolved, ticket_still_open, nobody_awaited},
           .summary = "Records what happened to a ticket, and judges it again."},
          [&shelf](Desk& desk, const Addressed& at, const RecordEvent& asked) {
            return record_event(desk, shelf, at, asked);
          }),
      acts_on<CorrectEvent, TicketView>(
          here,
          {.pattern = "/api/tickets/{reference}/corrections",
           .permission = Permission::act_for_provider,
           .refusals = {not_found, version_changed, event_unknown, note_missing, correction_mute,
                        correction_of_opening, event_in_the_future, event_before_opening,
                        event_incomplete, event_field_idle, ticket_itself, ticket_unknown},
           .summary = "Corrects or retracts an event: both stay in the journal, with the reason."},
          [&shelf](Desk& desk, const Addressed& at, const CorrectEvent& asked) {
            return correct_event(desk, shelf, at, asked);
          }),
  };
}

}  // namespace

std::vector<Route> ticket_routes(Installation& here, TermsShelf& shelf) {
  std::vector<Route> routes = routes_of_tickets(here, shelf);
  for (Route& route : routes_of_events(here, shelf)) routes.push_back(std::move(route));
  routes.push_back(ticket_explanation_route(here, shelf));
  routes.push_back(ticket_export_route(here, shelf));
  routes.push_back(ticket_workbook_route(here, shelf));
  return routes;
}

}  // namespace vigie
