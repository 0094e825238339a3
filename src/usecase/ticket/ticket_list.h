// Lists of tickets, cut and ordered as they are asked for.
#pragma once

#include "store/ticket/ticket_list.h"
#include "usecase/ticket/ticket.h"
#include "vocabulary/ticket_list.h"

namespace vigie {

/// What is none is not asked for.
struct TicketFilter {
  std::optional<TicketShown> shown;
  std::optional<TicketOrder> order;
  std::optional<std::string> customer;
  std::optional<std::string> holder;
  std::optional<std::string> team;
  std::optional<std::string> kind;
  std::optional<std::string> priority;
  std::optional<std::string> service;
  std::optional<std::string> site;
  std::optional<Phase> phase;
  std::optional<std::string> words;
  std::optional<std::string> part_of;
  std::optional<bool> major;
  std::optional<bool> overdue;
  std::optional<std::int64_t> due_within_minutes;
  std::optional<std::int64_t> due_after_minutes;
};

template <>
inline constexpr auto fields_of<TicketFilter> = std::tuple{
    field("shown", &TicketFilter::shown, "Open ones, unless said otherwise."),
    field("order", &TicketFilter::order, "The oldest opening first, unless said otherwise."),
    field("customer", &TicketFilter::customer, "Reference of a party: it and its parts."),
    field("holder", &TicketFilter::holder, "Who has the ball: a party, or a word of its role."),
    field("team", &TicketFilter::team, "Which team of the holder."),
    field("kind", &TicketFilter::kind, "Incident, request, problem, change."),
    field("priority", &TicketFilter::priority, "Retained by the provider."),
    field("service", &TicketFilter::service, "Service concerned."),
    field("site", &TicketFilter::site, "Site concerned."),
    field("phase", &TicketFilter::phase, "How far it is."),
    field("words", &TicketFilter::words,
          "Each of these words begins one of its reference or title; case and accents do not "
          "matter.",
          AtMost{200}),
    field("part_of", &TicketFilter::part_of, "Those tied to this major incident or survivor."),
    field("major", &TicketFilter::major, "Whether it was declared a major incident."),
    field("overdue", &TicketFilter::overdue, "Whether a clock that runs is past its target."),
    field("due_within_minutes", &TicketFilter::due_within_minutes,
          "A clock that runs is due in so many minutes, or is past."),
    field("due_after_minutes", &TicketFilter::due_after_minutes,
          "None of its clocks that run is due in so many minutes, nor past."),
};

/// The list and its filters as one text: what a cursor is bound to.
std::string name_of_list(const TicketFilter& filter);
/// Refused: cursor_unknown.
Outcome<std::optional<TicketListPlace>> place_asked(const ListAsked& asked,
                                                    const std::string& list);
std::string list_cursor(const std::string& list, const TicketListPlace& last);

/// not_permitted: by the name of a team or of a party one learns who works behind a promise, so
/// they alone ask by it who read the chain of all the tickets that they read. Words of roles are
/// free.
std::optional<Refused> refusal_of_names(const Rights& rights, const TicketFilter& filter);

/// A party and its parts, within the scope. Refused: customer_unknown.
Outcome<std::vector<Key<PartyRow>>> customers_wanted(Connection& rows, const Scope& scope,
                                                     const std::string& reference);
/// What is asked for, but for its place; `customers`: of the filter.
TicketsWanted tickets_wanted(const TicketFilter& filter,
                             std::optional<std::vector<Key<PartyRow>>> customers, Instant now);

/// With their clocks, at the database's clock. Refused: cursor_unknown, customer_unknown.
Outcome<ListPage<TicketView>> tickets(const Look& look, TermsShelf& shelf, const ListAsked& asked,
                                      const TicketFilter& filter);

}  // namespace vigie
