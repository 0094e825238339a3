// Tickets as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/people/party.h"
#include "store/ticket/event_row.h"
#include "vocabulary/clock.h"

namespace vigie {

/// What a ticket shows now.
struct TicketRow {
  std::string reference;
  std::int64_t version = 0;  // sequence of its last event
  Key<PartyRow> customer{};
  Instant opened_at;
  std::optional<Instant> ended_at;  // resolved, closed, cancelled or merged
  Phase phase{};
  std::string title;
  std::string kind;
  std::string priority;
  std::string service;
  std::string site;
  std::string holder;  // a party, or a word of its role
  std::string team;
  Key<ActRow> touched{};                // that wrote it, or its clocks, last
  std::string reason;                   // of the wait
  Instant since;                        // since when phase, holder and reason are these
  std::optional<Instant> requested_at;  // the recorded request of the wait
  std::optional<Instant> due_at;        // the earliest of its clocks that run
  std::optional<Instant> major_at;      // declared a major incident
  std::string part_of;                  // its parent, or the ticket that it goes on in
  std::string person = {};              // to whom it was assigned last, by reference
};

template <>
inline constexpr StoreTable table_of<TicketRow> = StoreTable::ticket;
template <>
inline constexpr auto fields_of<TicketRow> = std::tuple{
    field("reference", &TicketRow::reference, "What the world calls it."),
    field("version", &TicketRow::version, "Sequence of its last event."),
    field("customer", &TicketRow::customer, "Whose ticket it is."),
    field("opened_at", &TicketRow::opened_at, "When the request reached the provider."),
    field("ended_at", &TicketRow::ended_at, "When it was resolved, cancelled or merged."),
    field("phase", &TicketRow::phase, "How far it is."),
    field("title", &TicketRow::title, "In a few words."),
    field("kind", &TicketRow::kind, "Incident, request, problem, change."),
    field("priority", &TicketRow::priority, "Retained by the provider."),
    field("service", &TicketRow::service, "Service concerned."),
    field("site", &TicketRow::site, "Site concerned."),
    field("holder", &TicketRow::holder, "Who has the ball."),
    field("team", &TicketRow::team, "Which team of the holder."),
    field("touched", &TicketRow::touched, "Which act wrote it, or its clocks, last."),
    field("reason", &TicketRow::reason, "Why it waits."),
    field("since", &TicketRow::since, "Since when it is as it is."),
    field("requested_at", &TicketRow::requested_at, "When what is awaited was asked for."),
    field("due_at", &TicketRow::due_at, "When the first of its clocks is due."),
    field("major_at", &TicketRow::major_at, "When it was declared a major incident."),
    field("part_of", &TicketRow::part_of, "Its parent, or the ticket that it goes on in."),
    field("person", &TicketRow::person, "To whom it was assigned last, by reference."),
};

struct KeptTicket {
  Key<TicketRow> key{};
  TicketRow row;
};

/// None when there is no such ticket, or the scope does not cover it.
std::optional<KeptTicket> ticket_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference);
/// One that is there: whose key was just read.
KeptTicket ticket_by_key(Connection& rows, Key<TicketRow> key);

/// Those that its events name, and those whose events name it; it need not be told apart whether
/// they still do.
std::vector<Key<TicketRow>> tied_tickets(Connection& rows, const KeptTicket& ticket);

Key<TicketRow> add_ticket_row(Connection& rows, const TicketRow& row);
/// Writes all fields where the version is `before`; false when it is not.
bool change_ticket_row(Connection& rows, Key<TicketRow> key, const TicketRow& row,
                       std::int64_t before);

/// One of a list.
struct ListedTicket {
  KeptTicket kept;
  std::string customer;  // reference
};

/// Its events by sequence, with their texts in `names`; `ticket` is left as it is.
void read_history(Connection& rows, Key<TicketRow> key, Names& names, History& history);

/// Of its last event, those without effect included; 0: it has none.
std::int64_t last_sequence(Connection& rows, Key<TicketRow> key);

/// An event as it was recorded.
struct RecordedEvent {
  TicketEventRow row;
  std::optional<std::string> by;  // name of who recorded it; none: the program, or erased
  std::optional<std::int64_t> superseded_by;  // its last correction
};
/// By sequence after `after`; at most so many.
std::vector<RecordedEvent> events_after(Connection& rows, Key<TicketRow> key, std::int64_t after,
                                        std::int64_t most);
/// That of `sequence`; none when there is none.
std::optional<TicketEventRow> event_of_ticket(Connection& rows, Key<TicketRow> key,
                                              std::int64_t sequence);

/// The next number of `counter`, from 1.
std::int64_t next_number(Connection& rows, std::string_view counter);

}  // namespace vigie
