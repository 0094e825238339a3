// Who seals, and when.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "store/database/database.h"
#include "store/journal/seal_acts.h"

namespace vigie {

/// Seals what is committed: on SQLite the writer itself, at the end of each group of acts; on
/// PostgreSQL one node at a time, 50 ms after an act of its own at the latest, and each second what
/// another node has left. Source: design S3, E5.
class Sealer {
 public:
  struct Terms {
    SealingKey key;
    std::function<void(std::int64_t position)> sealed;  // the last one; quick; on any thread
    std::function<void(const std::exception&)> failed;  // PostgreSQL: it is tried again
  };

  /// Seals what an earlier run has left. Throws `DatabaseError`.
  Sealer(Database& database, Terms terms);
  ~Sealer();
  Sealer(const Sealer&) = delete;
  Sealer& operator=(const Sealer&) = delete;

  const SealingKey& key() const { return terms_.key; }
  /// An act of this node was done.
  void note_act();
  /// The last position that this node knows of.
  std::int64_t position() const { return position_; }

 private:
  void serve();
  void seal_by_turns();
  void tell(const Sealed& sealed);

  Database& database_;
  Terms terms_;
  std::atomic<std::int64_t> position_{0};
  std::mutex mutex_;
  std::condition_variable came_;
  bool has_acts_ = false;
  bool stops_ = false;
  std::thread thread_;  // PostgreSQL only
};

}  // namespace vigie
