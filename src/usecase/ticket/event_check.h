// What an event must say, and when it makes sense.
#pragma once

#include <optional>

#include "store/ticket/ticket.h"
#include "usecase/desk.h"
#include "usecase/ticket/event.h"

namespace vigie {

/// event_incomplete, then event_field_idle: what the word of an event wants, and what it never
/// reads. Source: design F2.
std::optional<Refused> refusal_of_fields(const RecordEvent& event);

/// Whether the caller records for the provider what happens to that ticket.
bool acts_for_provider(const Desk& desk, const KeptTicket& ticket);

/// event_not_yours: what a customer records of his own tickets is what he does himself, and is
/// never internal.
std::optional<Refused> refusal_of_side(const Desk& desk, const KeptTicket& ticket,
                                       const RecordEvent& event);

/// ticket_itself, then ticket_unknown: of the other ticket that an event names.
std::optional<Refused> refusal_of_other(Desk& desk, const KeptTicket& ticket,
                                        const RecordEvent& event);

/// What the event would be told by a finding: ticket_ended, ticket_resolved, ticket_still_open,
/// nobody_awaited; none when it makes sense at its instant. Source: design F3.
std::optional<Refused> refusal_of_sense(Connection& rows, const KeptTicket& ticket,
                                        const TicketEventRow& event, Instant now);

}  // namespace vigie
