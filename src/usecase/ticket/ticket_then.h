// A ticket as it stood, or as it was known, and why.
#pragma once

#include "engine/derivation/derivation.h"
#include "usecase/ticket/ticket.h"

namespace vigie {

/// At which instants a ticket is asked about; none: now.
struct TicketThen {
  std::optional<Instant> as_of;
  std::optional<Instant> known_at;
};

template <>
inline constexpr auto fields_of<TicketThen> = std::tuple{
    field("as_of", &TicketThen::as_of, "As it stood then; none: now."),
    field("known_at", &TicketThen::known_at, "From what was recorded by then; none: now."),
};

/// The ticket as of its last event and the database's clock; asked about another instant, or while
/// it is deferred, it is judged for the answer from its journal. Refused: not_found, not_known_yet.
/// Source: design F1.
Outcome<TicketView> ticket_then(const Look& look, TermsShelf& shelf, std::string_view reference,
                                const TicketThen& asked);

/// What is to be explained.
struct ExplainTicket {
  std::optional<std::string> agreement;
  std::optional<std::string> commitment;
  std::optional<Instant> as_of;
  std::optional<Instant> known_at;
};

template <>
inline constexpr auto fields_of<ExplainTicket> = std::tuple{
    field("agreement", &ExplainTicket::agreement, "Of this agreement alone."),
    field("commitment", &ExplainTicket::commitment, "Of this commitment alone; none: of all."),
    field("as_of", &ExplainTicket::as_of, "As it stood then; none: now."),
    field("known_at", &ExplainTicket::known_at, "From what was recorded by then; none: now."),
};

/// Why each of its clocks shows what it shows. Words are put on it by the door.
struct TicketExplained {
  std::string reference;
  std::int64_t version = 0;
  Instant as_of;
  std::vector<Derivation> derivations;
};

/// Refused, in this order: not_found, not_known_yet, commitment_unknown. Source: design J11.
Outcome<TicketExplained> explain_ticket(const Look& look, TermsShelf& shelf,
                                        std::string_view reference, const ExplainTicket& asked);

}  // namespace vigie
