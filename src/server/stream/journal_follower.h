// The one reader of the journal of a node.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "server/stream/bell.h"
#include "server/stream/streams.h"
#include "server/transport/event_hub.h"
#include "usecase/board/ticket_board.h"

namespace vigie {

/// What it stands on; all of it lives longer.
struct FollowerParts {
  Installation& here;
  EventHub& hub;
  Streams& streams;
  TicketBoard& board;
  Bell& bell;  // rung when something was sealed
  const Limits& limits;
  std::function<void()> heard = {};  // after acts that were not known; on its thread, quick
  std::function<void(const std::exception&)> failed = {};  // it is tried again
};

/// Reads what was sealed, at most twenty times a second, and hands it to the hub, each event
/// written once for all clients; keeps the board current; ends streams whose right is over. Looks
/// when the bell rings, and now and then without: each second on PostgreSQL, where other nodes
/// write, each five on SQLite, where only another program on this machine may. Source: design E5.
class JournalFollower {
 public:
  /// Hands over the last events of the journal, so that who comes back after a start misses none.
  /// Throws `DatabaseError`.
  explicit JournalFollower(const FollowerParts& parts);
  ~JournalFollower();
  JournalFollower(const JournalFollower&) = delete;
  JournalFollower& operator=(const JournalFollower&) = delete;

 private:
  void serve();
  void follow();
  std::size_t hand_over(std::int64_t most);
  void look_after_guests();

  FollowerParts parts_;
  std::chrono::milliseconds looks_every_;
  std::int64_t rights_version_ = -1;
  std::atomic<bool> stops_{false};
  std::thread thread_;
};

}  // namespace vigie
