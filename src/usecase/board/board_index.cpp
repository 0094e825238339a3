#include "usecase/board/board_index.h"

#include <algorithm>
#include <limits>

#include "engine/base/require.h"

namespace vigie {

namespace {

// Customers whose orders are walked side by side; of more, all tickets are walked.
constexpr std::size_t most_orders = 64;

using Text = std::string BoardPlace::*;

Text column_named(std::string_view name) {
  constexpr std::pair<std::string_view, Text> columns[] = {
      {"holder", &BoardPlace::holder},   {"team", &BoardPlace::team},
      {"kind", &BoardPlace::kind},       {"priority", &BoardPlace::priority},
      {"service", &BoardPlace::service}, {"site", &BoardPlace::site},
      {"phase", &BoardPlace::phase}};
  const auto found = std::ranges::find(columns, name, [](const auto& each) { return each.first; });
  require(found != std::end(columns), "a column of the board");
  return found->second;
}

BoardBucket bucket_of(const BoardPlace& place, Instant now, std::optional<Instant> day_ends_at) {
  using std::chrono::minutes;
  if (!place.due_at) return place.is_paused ? BoardBucket::paused : BoardBucket::without_clock;
  const Instant due = *place.due_at;
  if (due < now) return BoardBucket::overdue;
  if (due <= now + minutes{30}) return BoardBucket::within_30_minutes;
  if (due <= now + minutes{120}) return BoardBucket::within_2_hours;
  return day_ends_at && due <= *day_ends_at ? BoardBucket::today : BoardBucket::later;
}

Instant due_of(const BoardPlace& place) { return place.due_at.value_or(last_instant); }

}  // namespace

/// What is asked for, and whether an entry is.
struct BoardIndex::Sought {
  Sought(const Scope& in, const TicketsWanted& asked) : scope{in}, wanted{asked} {
    for (const auto& [name, value] : wanted.columns)
      columns.emplace_back(column_named(name), value);
  }

  bool has(const BoardPlace& entry) const {
    for (const auto& [column, value] : columns) {
      if (entry.*column != value) return false;
    }
    if (wanted.customers &&
        std::ranges::find(*wanted.customers, entry.customer) == wanted.customers->end()) {
      return false;
    }
    if (wanted.is_major && *wanted.is_major != entry.is_major) return false;
    const bool is_due = entry.due_at.has_value();
    if (wanted.due_before && !(is_due && *entry.due_at <= *wanted.due_before)) return false;
    if (wanted.not_due_before && is_due && *entry.due_at <= *wanted.not_due_before) return false;
    return covers(scope, entry);
  }

  Place after() const {
    return {.at = wanted.after->at, .key = wanted.after->key, .entry = nullptr};
  }

  /// Where a walk begins: behind the page before, and behind what is due too early.
  std::set<Place>::const_iterator first_of(const std::set<Place>& order) const {
    if (wanted.after) return order.upper_bound(after());
    if (wanted.order != TicketOrder::due || !wanted.not_due_before) return order.begin();
    constexpr std::int64_t last_key = std::numeric_limits<std::int64_t>::max();
    return order.upper_bound({.at = *wanted.not_due_before, .key = last_key, .entry = nullptr});
  }

  const Scope& scope;
  const TicketsWanted& wanted;
  std::vector<std::pair<Text, std::string>> columns;
};

template <class Each>
void BoardIndex::for_each_orders(const BoardPlace& place, Each each) {
  each(all_);
  const auto of = [&](auto& map, const auto& value) {
    const auto at = map.try_emplace(value).first;
    each(at->second);
    if (at->second.opened.empty()) map.erase(at);
  };
  of(of_customer_, place.customer.value);
  of(of_team_, place.team);
  of(of_holder_, place.holder);
  of(of_priority_, place.priority);
}

void BoardIndex::put(BoardPlace place) {
  const std::int64_t key = place.key.value;
  remove(key);
  if (!place.is_open) return;
  by_reference_.emplace(place.reference, key);
  const BoardPlace& entry = entries_.emplace(key, std::move(place)).first->second;
  for_each_orders(entry, [&](Orders& orders) {
    orders.opened.insert({.at = entry.opened_at, .key = key, .entry = &entry});
    orders.due.insert({.at = due_of(entry), .key = key, .entry = &entry});
  });
}

void BoardIndex::remove(std::int64_t key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return;
  const BoardPlace& entry = found->second;
  for_each_orders(entry, [&](Orders& orders) {
    orders.opened.erase({.at = entry.opened_at, .key = key, .entry = nullptr});
    orders.due.erase({.at = due_of(entry), .key = key, .entry = nullptr});
  });
  by_reference_.erase(entry.reference);
  entries_.erase(found);
}

bool BoardIndex::covers(const Scope& scope, const BoardPlace& entry) {
  return scope.covers(
      {.customer = entry.customer, .part = {}, .team = entry.team, .site = entry.site});
}

/// Orders that together hold all that is asked for, and no ticket twice: the fewest tickets.
std::vector<const BoardIndex::Orders*> BoardIndex::orders_for(const Scope& scope,
                                                              const TicketsWanted& wanted) const {
  std::vector<const Orders*> best{&all_};
  std::size_t fewest = all_.opened.size();
  const auto offer = [&](std::vector<const Orders*> orders) {
    std::size_t size = 0;
    for (const Orders* each : orders) size += each->opened.size();
    if (size < fewest) {
      fewest = size;
      best = std::move(orders);
    }
  };
  const auto offer_customers = [&](const std::vector<Key<PartyRow>>& customers) {
    std::vector<const Orders*> orders;
    for (const Key<PartyRow> customer : customers) {
      const auto found = of_customer_.find(customer.value);
      if (found != of_customer_.end()) orders.push_back(&found->second);
    }
    if (orders.size() <= most_orders) offer(std::move(orders));
  };
  if (wanted.customers) offer_customers(*wanted.customers);
  std::set<Key<PartyRow>> reached;
  bool is_everywhere = false;
  for (const Reach& reach : scope.reaches()) {
    is_everywhere = is_everywhere || !reach.customers;
    if (reach.customers) reached.insert(reach.customers->begin(), reach.customers->end());
  }
  if (!is_everywhere) offer_customers({reached.begin(), reached.end()});
  for (const auto& [name, value] : wanted.columns) {
    const OrdersOf* map = name == "team"       ? &of_team_
                          : name == "holder"   ? &of_holder_
                          : name == "priority" ? &of_priority_
                                               : nullptr;
    if (map == nullptr) continue;
    const auto found = map->find(value);
    offer(found == map->end() ? std::vector<const Orders*>{} : std::vector{&found->second});
  }
  return best;
}

BoardWalk BoardIndex::walk(const Scope& scope, const TicketsWanted& wanted) const {
  const Sought sought{scope, wanted};
  if (wanted.order == TicketOrder::opened && wanted.due_before) return walk_due_first(sought);
  struct Walk {
    std::set<Place>::const_iterator next;
    std::set<Place>::const_iterator end;
  };
  std::vector<Walk> walks;
  for (const Orders* const orders : orders_for(scope, wanted)) {
    const std::set<Place>& order = orders->by(wanted.order);
    walks.push_back({.next = sought.first_of(order), .end = order.end()});
  }
  BoardWalk walk;
  const Place* last = nullptr;
  while (true) {
    std::erase_if(walks, [](const Walk& each) { return each.next == each.end; });
    if (walks.empty()) return walk;
    Walk& first = *std::ranges::min_element(
        walks, [](const Walk& a, const Walk& b) { return *a.next < *b.next; });
    const Place& place = *first.next++;
    if (wanted.order == TicketOrder::due && wanted.due_before && place.at > *wanted.due_before) {
      return walk;  // nothing that comes is due so early
    }
    if (!sought.has(*place.entry)) continue;
    if (std::ssize(walk.items) == wanted.most) {
      walk.next = TicketListPlace{.at = last->at, .key = last->key};
      return walk;
    }
    walk.items.push_back({.key = {place.key}, .touched = place.entry->touched});
    last = &place;
  }
}

/// In the order of their openings, those that are due early: few of many.
BoardWalk BoardIndex::walk_due_first(const Sought& sought) const {
  std::vector<Place> found;
  const std::optional<TicketListPlace>& after = sought.wanted.after;
  for (const Orders* const orders : orders_for(sought.scope, sought.wanted)) {
    for (const Place& place : orders->due) {
      if (place.at > *sought.wanted.due_before) break;
      const Place opened{.at = place.entry->opened_at, .key = place.key, .entry = place.entry};
      if (after && !(sought.after() < opened)) continue;
      if (sought.has(*place.entry)) found.push_back(opened);
    }
  }
  const std::size_t most = static_cast<std::size_t>(sought.wanted.most);
  const bool is_more = found.size() > most;
  const auto middle = is_more ? found.begin() + sought.wanted.most : found.end();
  std::partial_sort(found.begin(), middle, found.end());
  BoardWalk walk;
  for (auto place = found.begin(); place != middle; ++place) {
    walk.items.push_back({.key = {place->key}, .touched = place->entry->touched});
  }
  if (is_more) walk.next = TicketListPlace{.at = (middle - 1)->at, .key = (middle - 1)->key};
  return walk;
}

std::optional<BoardItem> BoardIndex::find(const Scope& scope, const std::string& reference) const {
  const auto key = by_reference_.find(reference);
  if (key == by_reference_.end()) return std::nullopt;
  const BoardPlace& entry = entries_.at(key->second);
  if (!covers(scope, entry)) return std::nullopt;
  return BoardItem{.key = entry.key, .touched = entry.touched};
}

BoardCounts BoardIndex::count(const Scope& scope, const TicketsWanted& wanted, Instant now,
                              std::optional<Instant> day_ends_at) const {
  const Sought sought{scope, wanted};
  BoardCounts counts;
  for (const Orders* const orders : orders_for(scope, wanted)) {
    for (const Place& place : orders->due) {
      const BoardPlace& entry = *place.entry;
      if (!sought.has(entry)) continue;
      const BoardBucket bucket = bucket_of(entry, now, day_ends_at);
      ++counts.of_holder[entry.holder][static_cast<std::size_t>(bucket)];
      BoardCountsOfCustomer& customer = counts.of_customer[entry.customer.value];
      ++customer.open;
      if (bucket == BoardBucket::overdue) {
        ++customer.overdue;
      } else if (entry.at_risk_at && *entry.at_risk_at <= now) {
        ++customer.at_risk;
        ++counts.at_risk;
      }
    }
  }
  return counts;
}

}  // namespace vigie
