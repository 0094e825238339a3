// Open tickets in memory, kept current from the journal.
#pragma once

#include <mutex>
#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include "store/journal/told_act.h"
#include "store/ticket/clock_row.h"
#include "usecase/board/board_index.h"
#include "usecase/ticket/ticket_list.h"

namespace vigie {

struct BoardPage {
  std::vector<BoardItem> items;
  std::optional<std::string> next;  // cursor of the next page; none: this is the last
  Instant as_of;
};

/// Whether tickets are shown with the clocks of OLA and underpinning contracts.
enum class ChainInView : std::uint8_t { left_out, shown };

/// A ticket as it is kept, read for the board.
struct BoardTicket {
  BoardItem item;
  TicketView view;
  std::vector<Instant> turns;  // right after each of these it may show something else
};

/// Those of these clocks, shown so: a target passed, a claim that silence answers, a clock that is
/// at risk, hours that open or close.
std::vector<Instant> turns_of(const std::vector<TicketClockRow>& clocks,
                              const std::vector<ClockView>& shown);

/// Used by any number of threads. Source: design E2, E3.
class TicketBoard {
 public:
  /// Both live longer.
  TicketBoard(Installation& here, TermsShelf& shelf) : here_{here}, shelf_{shelf} {}
  TicketBoard(const TicketBoard&) = delete;
  TicketBoard& operator=(const TicketBoard&) = delete;

  /// Whether such a list is on the board: of open ones, in an order that it keeps, without words.
  static bool holds(const TicketFilter& filter);

  /// As `tickets`, of a list that it holds: the same tickets in the same order, with the same
  /// cursors. Every act acknowledged before it was asked is in it, of whatever node. Time: see
  /// `BoardIndex::walk`. Refused: cursor_unknown, customer_unknown. Throws `DatabaseError`.
  Outcome<BoardPage> page(const Scope& scope, const ListAsked& asked, const TicketFilter& filter);

  /// Counts of a list that it holds, with the instant at which it looked. Refused:
  /// customer_unknown. Throws `DatabaseError`.
  struct Counted {
    BoardCounts counts;
    Instant as_of;
  };
  Outcome<Counted> count(const Scope& scope, const TicketFilter& filter,
                         std::optional<Instant> day_ends_at);

  /// An open ticket by its reference, in capitals; none when it is not open, or the scope does not
  /// cover it.
  struct Found {
    BoardItem item;
    Instant as_of;
  };
  std::optional<Found> find(const Scope& scope, const std::string& reference);

  /// What these show as of `as_of`, from the store; one touched meanwhile is as it is now, and has
  /// the act that touched it.
  std::vector<BoardTicket> read(std::span<const BoardItem> items, Instant as_of, ChainInView chain);

  /// Takes in what was touched since; gives the instant of the database's clock at which it looked.
  Instant refresh();

 private:
  bool holds(const JournalReach& head) const;
  Outcome<TicketsWanted> wanted(const Scope& scope, const TicketFilter& filter, Instant now);
  void take_in(JournalReach head, std::vector<BoardPlace> places);

  Installation& here_;
  TermsShelf& shelf_;
  std::mutex refreshing_;            // held by who reads what was touched
  mutable std::shared_mutex mutex_;  // of all below
  bool is_filled_ = false;
  std::int64_t position_ = 0;           // of the journal, when it last looked
  std::vector<std::int64_t> unsealed_;  // acts that it has seen without a position
  BoardIndex index_;
};

}  // namespace vigie
