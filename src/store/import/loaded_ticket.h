// Tickets and events that came by an import, many at once.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "store/import/import.h"
#include "store/ticket/clock_row.h"

namespace vigie {

/// What is known of a ticket of a source.
struct KnownTicket {
  Key<TicketRow> key{};
  TicketRow row;
  bool is_in_effect = false;           // it counts
  std::int64_t last_sequence = 0;      // of its events, those without effect included
  std::optional<Key<ImportRow>> by{};  // which import brought it, or took it over
};

/// Those of `source` that ever came, by their keys there; at most `most_looked_up` keys at once.
/// Source: design E1.
inline constexpr std::size_t most_looked_up = 256;
std::map<std::string, KnownTicket, std::less<>> known_tickets(
    Connection& rows, std::string_view source, std::span<const std::string_view> foreign_keys);

/// Which of these references are those of tickets, in effect or not; at most `most_looked_up`.
std::set<std::string, std::less<>> references_taken(Connection& rows,
                                                    std::span<const std::string_view> references);

/// The events of these tickets that came by imports, those in effect and those of `import`; by
/// ticket, by sequence; at most `most_looked_up` tickets.
std::map<Key<TicketRow>, std::vector<TicketEventRow>> events_from_imports(
    Connection& rows, Key<ImportRow> import, std::span<const Key<TicketRow>> tickets);

/// So many keys of tickets that nobody else is given, ascending.
std::vector<Key<TicketRow>> reserve_ticket_keys(Connection& rows, std::int64_t count);

/// A ticket to be loaded, without effect until its import is published.
struct LoadedTicket {
  Key<TicketRow> key{};
  TicketRow row;
  std::string foreign_key;
  std::vector<TicketClockRow> clocks;
};

/// Where they come from.
struct LoadOrigin {
  Key<ImportRow> import{};
  std::string_view source;
};

/// New ones, with their clocks. Their keys were reserved in the same transaction.
void load_tickets(Connection& rows, const LoadOrigin& origin, std::span<LoadedTicket> tickets);

/// One that is there without effect: what it shows is written anew, and it is this import's.
void take_over_ticket(Connection& rows, const LoadOrigin& origin, LoadedTicket& ticket);

/// A ticket of an import; `settles`: to be judged again when that begins or ceases to count.
struct ImportTicketRow {
  Key<ImportRow> import{};
  Key<TicketRow> ticket{};
  bool settles = false;
};

template <>
inline constexpr StoreTable table_of<ImportTicketRow> = StoreTable::import_ticket;
template <>
inline constexpr auto fields_of<ImportTicketRow> = std::tuple{
    field("import", &ImportTicketRow::import, "Which import."),
    field("ticket", &ImportTicketRow::ticket, "Which ticket."),
    field("settles", &ImportTicketRow::settles, "Whether it is judged again afterwards."),
};

void load_import_tickets(Connection& rows, std::span<const ImportTicketRow> tickets);

/// How many tickets an import brought, or brought more of.
std::int64_t tickets_of_import(Connection& rows, Key<ImportRow> import);

/// Those in effect, after `after`, at most so many: open ones, whose clocks run, and those that
/// need settling; `all`: the others too.
std::vector<Key<TicketRow>> tickets_to_settle(Connection& rows, Key<ImportRow> import,
                                              std::int64_t after, bool all, std::int64_t most);

}  // namespace vigie
