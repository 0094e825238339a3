// What the transport counts while it runs, for whoever watches it.
#pragma once

#include <atomic>
#include <cstdint>

namespace vigie {

struct Gauges {
  std::atomic<std::int64_t> connections{0};      // open now
  std::atomic<std::int64_t> being_answered{0};   // requests that wait for a worker or have one
  std::atomic<std::int64_t> streams{0};          // event streams open now
  std::atomic<std::int64_t> accepted{0};         // connections since the start
  std::atomic<std::int64_t> turned_away{0};      // of which answered 503 at once, for a limit
  std::atomic<std::int64_t> streams_dropped{0};  // clients that were too far behind
  std::atomic<bool> is_stopping{false};
};

}  // namespace vigie
