// Open tickets in memory, kept current from the journal.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/journal/told_act.h"
#include "store/ticket/clock_row.h"
#include "store/ticket/touched.h"
#include "usecase/ticket/ticket.h"

namespace vigie {

/// A ticket on the board: what it shows stays the same until another act touches it.
struct BoardItem {
  Key<TicketRow> key{};
  Key<ActRow> touched{};
};

struct BoardPage {
  std::vector<BoardItem> items;
  std::optional<std::string> next;  // cursor of the next page; none: this is the last
  Instant as_of;
};

/// A ticket as it is kept, read for the board.
struct BoardTicket {
  BoardItem item;
  TicketView view;
  std::vector<Instant> turns;  // right after each of these it may show something else
};

/// Those of these clocks: a target passed, a claim that silence answers.
std::vector<Instant> turns_of(const std::vector<TicketClockRow>& clocks);

/// Used by any number of threads. Source: design E2, E3.
class TicketBoard {
 public:
  explicit TicketBoard(Installation& here) : here_{here} {}
  TicketBoard(const TicketBoard&) = delete;
  TicketBoard& operator=(const TicketBoard&) = delete;

  /// As `open_tickets`: the same tickets in the same order, with the same cursors. Every act
  /// acknowledged before it was asked is in it, of whatever node. Time grows with the page, not
  /// with the board, for a scope of everything and for one of customers. Refused: cursor_unknown.
  /// Throws `DatabaseError`.
  Outcome<BoardPage> page(const Scope& scope, const ListAsked& asked);

  /// An open ticket by its reference, in capitals; none when it is not open, or the scope does not
  /// cover it.
  struct Found {
    BoardItem item;
    Instant as_of;
  };
  std::optional<Found> find(const Scope& scope, const std::string& reference);

  /// What these show as of `as_of`, from the store; one touched meanwhile is as it is now, and has
  /// the act that touched it.
  std::vector<BoardTicket> read(std::span<const BoardItem> items, Instant as_of);

  /// Takes in what was touched since; gives the instant of the database's clock at which it looked.
  Instant refresh();

 private:
  struct Place {
    Instant opened_at;
    std::int64_t key;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  using Order = std::set<Place>;
  struct Entry {
    std::string reference;
    Key<ActRow> touched{};
    Instant opened_at;
    Key<PartyRow> customer{};
    std::string team;
    std::string site;
  };

  bool holds(const JournalReach& head) const;
  void take_in(JournalReach head, std::vector<BoardPlace> places);
  void put(BoardPlace place);
  void remove(std::int64_t key);
  static bool covers(const Scope& scope, const Entry& entry);
  std::vector<const Order*> orders_of(const Scope& scope) const;
  BoardPage walk(const Scope& scope, const Place& after, std::size_t most) const;

  Installation& here_;
  std::mutex refreshing_;            // held by who reads what was touched
  mutable std::shared_mutex mutex_;  // of all below
  bool is_filled_ = false;
  std::int64_t position_ = 0;           // of the journal, when it last looked
  std::vector<std::int64_t> unsealed_;  // acts that it has seen without a position
  std::unordered_map<std::int64_t, Entry> entries_;
  std::unordered_map<std::string, std::int64_t> by_reference_;
  Order order_;
  std::unordered_map<std::int64_t, Order> of_customer_;
};

}  // namespace vigie
