// Who listens to the journal.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "server/transport/response.h"
#include "usecase/identity/gate.h"
#include "usecase/stream/told_event.h"

namespace vigie {

/// Whom an event concerns, as the hub hands it back.
class ConcernedAudience final : public EventAudience {
 public:
  explicit ConcernedAudience(Concerned concerned) : concerned_{std::move(concerned)} {}
  const Concerned& concerned() const { return concerned_; }

 private:
  Concerned concerned_;
};

/// The streams of a node. Used by any number of threads.
class StreamGuests {
 public:
  explicit StreamGuests(Gate& gate) : gate_{gate} {}
  StreamGuests(const StreamGuests&) = delete;
  StreamGuests& operator=(const StreamGuests&) = delete;

  /// A stream of what its guest may hear after that position, as long as what let him in holds and
  /// his rights stay as they are. `shown`: none for who was let in by other means, in tests.
  EventStream admit(const Caller& caller, std::optional<ShownDigest> shown, std::uint64_t after);

  /// Asks the gate again: of all when `rights_changed`, else of those who were let in until `now`
  /// or before. Whether someone's stream is over. Throws `DatabaseError`.
  bool look_again(bool rights_changed, Instant now);

 private:
  struct Guest {
    ShownDigest shown;
    Rights rights;
    Instant until = Instant::min();  // of the thread that looks again
    std::atomic<bool> is_over{false};
  };
  bool still_stands(Guest& guest);

  Gate& gate_;
  std::mutex mutex_;
  std::vector<std::weak_ptr<Guest>> guests_;  // those of streams that ended go at the next look
};

}  // namespace vigie
