// Tickets as they are written in answers.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "usecase/board/ticket_board.h"

namespace vigie {

/// The JSON of a ticket: the same but for the instant of the question, until it turns.
class TicketText {
 public:
  explicit TicketText(const BoardTicket& ticket);

  /// Whether a question of that instant is answered with these words.
  bool holds_at(Instant as_of) const { return from_ <= as_of && as_of <= until_; }
  bool is_ended() const { return is_ended_; }
  /// `as_of` as JSON writes it.
  void append_to(std::string& json, std::string_view as_of) const;

 private:
  std::string before_;  // up to the instant of the question
  std::string after_;
  Instant from_;
  Instant until_;
  bool is_ended_;
};

using SharedTicketText = std::shared_ptr<const TicketText>;

/// Those written last, at most so many: more, and all are forgotten and written again. Used by any
/// number of threads.
class TicketTexts {
 public:
  TicketTexts(TicketBoard& board, ChainInView chain, std::size_t most)
      : board_{board}, chain_{chain}, most_{most} {}

  /// One an item, in their order; those that are not kept are read together.
  std::vector<SharedTicketText> of(const std::vector<BoardItem>& items, Instant as_of);

 private:
  struct Kept {
    Key<ActRow> touched{};
    SharedTicketText text;
  };
  SharedTicketText kept(const BoardItem& item, Instant as_of) const;
  void keep(const BoardItem& item, SharedTicketText text);

  TicketBoard& board_;
  ChainInView chain_;
  std::size_t most_;
  mutable std::mutex mutex_;
  std::unordered_map<std::int64_t, Kept> kept_;  // by the key of the ticket
};

}  // namespace vigie
