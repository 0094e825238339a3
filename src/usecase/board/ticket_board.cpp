#include "usecase/board/ticket_board.h"

#include <algorithm>

#include "usecase/ticket/ticket_view.h"

namespace vigie {

/// Whether every act that `head` knows of is in it: one look at the rows later than another sees
/// all that the other saw, and a journal that is further was looked at later.
bool TicketBoard::holds(const JournalReach& head) const {
  if (!is_filled_ || head.unsealed.size() >= most_unsealed) return false;
  if (position_ != head.position) return position_ > head.position;
  return std::ranges::includes(unsealed_, head.unsealed);
}

Instant TicketBoard::refresh() {
  JournalReach asked;
  here_.database.read([&](Connection& rows) { asked = journal_reach(rows); });
  {
    const std::shared_lock lock{mutex_};
    if (holds(asked)) return asked.now;
  }
  const std::scoped_lock turn{refreshing_};
  if (holds(asked)) return asked.now;  // another has looked meanwhile; only who has the turn writes
  JournalReach head;
  std::vector<BoardPlace> places;
  here_.database.read([&](Connection& rows) {
    places.clear();
    head = journal_reach(rows);
    const auto add = [&](BoardPlace place) { places.push_back(std::move(place)); };
    if (is_filled_) {
      read_places_touched_after(rows, position_, add);
    } else {
      read_open_places(rows, add);
    }
  });
  take_in(std::move(head), std::move(places));
  return asked.now;
}

void TicketBoard::take_in(JournalReach head, std::vector<BoardPlace> places) {
  const std::unique_lock lock{mutex_};
  for (BoardPlace& place : places) index_.put(std::move(place));
  is_filled_ = true;
  position_ = head.position;
  unsealed_ = std::move(head.unsealed);
}

bool TicketBoard::holds(const TicketFilter& filter) {
  const bool is_open = filter.shown.value_or(TicketShown::open) == TicketShown::open;
  const bool is_kept = filter.order.value_or(TicketOrder::opened) != TicketOrder::newest;
  return is_open && is_kept && !filter.words && !filter.part_of;
}

Outcome<BoardPage> TicketBoard::page(const Scope& scope, const ListAsked& asked,
                                     const TicketFilter& filter) {
  const std::string list = name_of_list(filter);
  const auto after = place_asked(asked, list);
  if (!after) return after.error();
  const Instant now = refresh();
  const auto found = wanted(scope, filter, now);
  if (!found) return found.error();
  TicketsWanted sought = *found;
  sought.after = *after;
  sought.most = asked.most;
  const std::shared_lock lock{mutex_};
  BoardWalk walk = index_.walk(scope, sought);
  BoardPage page{.items = std::move(walk.items), .next = {}, .as_of = now};
  if (walk.next) page.next = list_cursor(list, *walk.next);
  return page;
}

Outcome<TicketBoard::Counted> TicketBoard::count(const Scope& scope, const TicketFilter& filter,
                                                 std::optional<Instant> day_ends_at) {
  const Instant now = refresh();
  const auto found = wanted(scope, filter, now);
  if (!found) return found.error();
  const std::shared_lock lock{mutex_};
  return Counted{.counts = index_.count(scope, *found, now, day_ends_at), .as_of = now};
}

/// Customers alone are looked up in the rows.
Outcome<TicketsWanted> TicketBoard::wanted(const Scope& scope, const TicketFilter& filter,
                                           Instant now) {
  std::optional<std::vector<Key<PartyRow>>> customers;
  if (filter.customer) {
    std::optional<Refused> unknown;
    here_.database.read([&](Connection& rows) {
      auto found = customers_wanted(rows, scope, *filter.customer);
      unknown.reset();
      if (found) {
        customers = *std::move(found);
      } else {
        unknown = found.error();
      }
    });
    if (unknown) return *std::move(unknown);
  }
  return tickets_wanted(filter, std::move(customers), now);
}

std::optional<TicketBoard::Found> TicketBoard::find(const Scope& scope,
                                                    const std::string& reference) {
  const Instant now = refresh();
  const std::shared_lock lock{mutex_};
  const auto item = index_.find(scope, reference);
  if (!item) return std::nullopt;
  return Found{.item = *item, .as_of = now};
}

// A target is passed after its instant; hours open, and a clock is at risk, at theirs.
std::vector<Instant> turns_of(const std::vector<TicketClockRow>& clocks,
                              const std::vector<ClockView>& shown) {
  std::vector<Instant> turns;
  for (const ClockView& clock : shown) {
    if (clock.changes_at) turns.push_back(*clock.changes_at - Duration{1});
    if (clock.left_at) turns.push_back(*clock.left_at - Duration{1});
  }
  for (const TicketClockRow& clock : clocks) {
    if (clock.due_at) turns.push_back(*clock.due_at);
    if (clock.falls_at) turns.push_back(*clock.falls_at);
    if (clock.at_risk_at) turns.push_back(*clock.at_risk_at - Duration{1});
  }
  return turns;
}

std::vector<BoardTicket> TicketBoard::read(std::span<const BoardItem> items, Instant as_of,
                                           ChainInView chain) {
  std::vector<BoardTicket> tickets;
  here_.database.read([&](Connection& rows) {
    tickets.clear();
    const SharedTerms terms = shelf_.terms(rows);
    for (const BoardItem& item : items) {
      const KeptTicket kept = ticket_by_key(rows, item.key);
      const std::string customer = party_reference(rows, kept.row.customer);
      const auto clocks = clocks_of(rows, item.key);
      const auto outside =
          chain == ChainInView::shown ? std::nullopt : std::optional{OutsideView{rows}};
      BoardTicket ticket{.item = {.key = item.key, .touched = kept.row.touched},
                         .view = view_of({.row = kept.row,
                                          .customer = customer,
                                          .clocks = clocks,
                                          .terms = terms.get(),
                                          .outside = outside},
                                         as_of),
                         .turns = {}};
      ticket.turns = turns_of(clocks, ticket.view.clocks);
      tickets.push_back(std::move(ticket));
    }
  });
  return tickets;
}

}  // namespace vigie
