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
  Key<ActRow> touched{};  // that wrote it, or its clocks, last
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

/// Where a list of open tickets goes on: after this opening and this key.
struct OpenTicketPlace {
  Instant opened_at{};
  std::int64_t key = 0;
};

struct ListedTicket {
  KeptTicket kept;
  std::string customer;  // reference
};

/// Open ones, the oldest first; at most so many.
std::vector<ListedTicket> open_tickets_after(Connection& rows, const Scope& scope,
                                             const OpenTicketPlace& after, std::int64_t most);

/// Its events by sequence, with their texts in `names`; `ticket` is left as it is.
void read_history(Connection& rows, Key<TicketRow> key, Names& names, History& history);

/// Of its last event, those without effect included; 0: it has none.
std::int64_t last_sequence(Connection& rows, Key<TicketRow> key);

/// The next number of `counter`, from 1.
std::int64_t next_number(Connection& rows, std::string_view counter);

}  // namespace vigie
