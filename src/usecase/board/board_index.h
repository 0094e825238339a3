// Open tickets in memory, in the orders in which they are asked for.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/ticket/ticket_list.h"
#include "store/ticket/touched.h"

namespace vigie {

/// A ticket on the board: what it shows stays the same until another act touches it.
struct BoardItem {
  Key<TicketRow> key{};
  Key<ActRow> touched{};
};

/// One page of a list, and where it goes on; none: this is the end.
struct BoardWalk {
  std::vector<BoardItem> items;
  std::optional<TicketListPlace> next;
};

/// When the first clock of a ticket is due, as seen from an instant.
enum class BoardBucket : std::uint8_t {
  overdue,
  within_30_minutes,
  within_2_hours,
  today,
  later,
  paused,         // nothing is due: a clock waits
  without_clock,  // nothing is due, and nothing waits
};
inline constexpr std::size_t board_buckets = 7;

struct BoardCountsOfCustomer {
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::int64_t at_risk = 0;
};

/// Counts of open tickets. One that is overdue is not at risk any more.
struct BoardCounts {
  std::int64_t at_risk = 0;
  /// By what stands in `holder`.
  std::map<std::string, std::array<std::int64_t, board_buckets>> of_holder;
  std::unordered_map<std::int64_t, BoardCountsOfCustomer> of_customer;
};

/// Not for several threads at once.
class BoardIndex {
 public:
  /// As it is now: on the board when it is open and counts.
  void put(BoardPlace place);

  /// As `listed_tickets`, of open ones by their opening or what is due first, without words. Time
  /// grows with the page, and with the tickets that the smallest of customer, team, holder and
  /// priority leaves, not with the board. `after`: of the order.
  BoardWalk walk(const Scope& scope, const TicketsWanted& wanted) const;

  /// None when it is not on the board, or the scope does not cover it. In capitals.
  std::optional<BoardItem> find(const Scope& scope, const std::string& reference) const;

  /// As they are at `now`; none: nothing is said to be of today. Linear in the tickets that the
  /// smallest of customer, team, holder and priority leaves.
  BoardCounts count(const Scope& scope, const TicketsWanted& wanted, Instant now,
                    std::optional<Instant> day_ends_at) const;

 private:
  using Entries = std::unordered_map<std::int64_t, BoardPlace>;
  struct Place {
    Instant at;
    std::int64_t key;
    const BoardPlace* entry;
    friend bool operator<(const Place& a, const Place& b) {
      return std::tie(a.at, a.key) < std::tie(b.at, b.key);
    }
  };
  struct Orders {
    std::set<Place> opened;
    std::set<Place> due;
    const std::set<Place>& by(TicketOrder order) const {
      return order == TicketOrder::due ? due : opened;
    }
  };
  /// Tickets that have one value, by that.
  using OrdersOf = std::unordered_map<std::string, Orders>;
  struct Sought;

  void remove(std::int64_t key);
  template <class Each>
  void for_each_orders(const BoardPlace& place, Each each);
  std::vector<const Orders*> orders_for(const Scope& scope, const TicketsWanted& wanted) const;
  static bool covers(const Scope& scope, const BoardPlace& entry);
  BoardWalk walk_due_first(const Sought& sought) const;

  Entries entries_;
  std::unordered_map<std::string, std::int64_t> by_reference_;
  Orders all_;
  std::unordered_map<std::int64_t, Orders> of_customer_;
  OrdersOf of_team_;
  OrdersOf of_holder_;
  OrdersOf of_priority_;
};

}  // namespace vigie
