#include "usecase/board/ticket_board.h"

#include <algorithm>

#include "usecase/ticket/open_ticket_cursor.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

// Customers of one scope whose orders are walked side by side; of more, all tickets are walked.
constexpr std::size_t most_orders = 64;

}  // namespace

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
  for (BoardPlace& place : places) put(std::move(place));
  is_filled_ = true;
  position_ = head.position;
  unsealed_ = std::move(head.unsealed);
}

void TicketBoard::put(BoardPlace place) {
  remove(place.key.value);
  if (!place.is_open) return;
  const Place at{.opened_at = place.opened_at, .key = place.key.value};
  order_.insert(at);
  of_customer_[place.customer.value].insert(at);
  by_reference_.emplace(place.reference, place.key.value);
  entries_.emplace(place.key.value, Entry{.reference = std::move(place.reference),
                                          .touched = place.touched,
                                          .opened_at = place.opened_at,
                                          .customer = place.customer,
                                          .team = std::move(place.team),
                                          .site = std::move(place.site)});
}

void TicketBoard::remove(std::int64_t key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return;
  const Place at{.opened_at = found->second.opened_at, .key = key};
  order_.erase(at);
  const auto customer = of_customer_.find(found->second.customer.value);
  customer->second.erase(at);
  if (customer->second.empty()) of_customer_.erase(customer);
  by_reference_.erase(found->second.reference);
  entries_.erase(found);
}

bool TicketBoard::covers(const Scope& scope, const Entry& entry) {
  return scope.covers(
      {.customer = entry.customer, .part = {}, .team = entry.team, .site = entry.site});
}

/// Orders that together hold all that the scope may cover, and no ticket twice.
std::vector<const TicketBoard::Order*> TicketBoard::orders_of(const Scope& scope) const {
  std::set<std::int64_t> customers;
  for (const Reach& reach : scope.reaches()) {
    if (!reach.customers) return {&order_};
    for (const Key<PartyRow> customer : *reach.customers) customers.insert(customer.value);
  }
  if (customers.size() > most_orders) return {&order_};
  std::vector<const Order*> orders;
  for (const std::int64_t customer : customers) {
    const auto found = of_customer_.find(customer);
    if (found != of_customer_.end()) orders.push_back(&found->second);
  }
  return orders;
}

BoardPage TicketBoard::walk(const Scope& scope, const Place& after, std::size_t most) const {
  struct Walk {
    Order::const_iterator next;
    Order::const_iterator end;
  };
  std::vector<Walk> walks;
  for (const Order* const order : orders_of(scope)) {
    walks.push_back({.next = order->upper_bound(after), .end = order->end()});
  }
  BoardPage page;
  const Place* last = nullptr;
  while (true) {
    std::erase_if(walks, [](const Walk& walk) { return walk.next == walk.end; });
    if (walks.empty()) return page;
    Walk& first = *std::ranges::min_element(walks, {}, [](const Walk& walk) { return *walk.next; });
    const Place& place = *first.next++;
    const Entry& entry = entries_.at(place.key);
    if (!covers(scope, entry)) continue;
    if (page.items.size() == most) {
      page.next = open_ticket_cursor({.at = last->opened_at, .key = last->key});
      return page;
    }
    page.items.push_back({.key = {place.key}, .touched = entry.touched});
    last = &place;
  }
}

Outcome<BoardPage> TicketBoard::page(const Scope& scope, const ListAsked& asked) {
  TicketListPlace after;
  if (asked.cursor) {
    const auto place = open_ticket_place(*asked.cursor);
    if (!place) return refused(Refusal::cursor_unknown);
    after = *place;
  }
  const Instant now = refresh();
  const std::shared_lock lock{mutex_};
  BoardPage page =
      walk(scope, {.opened_at = after.at, .key = after.key}, static_cast<std::size_t>(asked.most));
  page.as_of = now;
  return page;
}

std::optional<TicketBoard::Found> TicketBoard::find(const Scope& scope,
                                                    const std::string& reference) {
  const Instant now = refresh();
  const std::shared_lock lock{mutex_};
  const auto key = by_reference_.find(reference);
  if (key == by_reference_.end()) return std::nullopt;
  const Entry& entry = entries_.at(key->second);
  if (!covers(scope, entry)) return std::nullopt;
  return Found{.item = {.key = {key->second}, .touched = entry.touched}, .as_of = now};
}

std::vector<Instant> turns_of(const std::vector<TicketClockRow>& clocks) {
  std::vector<Instant> turns;
  for (const TicketClockRow& clock : clocks) {
    if (clock.due_at) turns.push_back(*clock.due_at);
    if (clock.falls_at) turns.push_back(*clock.falls_at);
  }
  return turns;
}

std::vector<BoardTicket> TicketBoard::read(std::span<const BoardItem> items, Instant as_of) {
  std::vector<BoardTicket> tickets;
  here_.database.read([&](Connection& rows) {
    tickets.clear();
    for (const BoardItem& item : items) {
      const KeptTicket kept = ticket_by_key(rows, item.key);
      const std::string customer = party_reference(rows, kept.row.customer);
      const auto clocks = clocks_of(rows, item.key);
      tickets.push_back(
          {.item = {.key = item.key, .touched = kept.row.touched},
           .view = view_of({.row = kept.row, .customer = customer, .clocks = clocks}, as_of),
           .turns = turns_of(clocks)});
    }
  });
  return tickets;
}

}  // namespace vigie
