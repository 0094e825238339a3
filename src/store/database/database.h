// One database: its connections, and the two ways to use them.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "engine/base/result.h"
#include "store/database/connection.h"
#include "store/database/error.h"

namespace vigie {

struct DatabaseSettings {
  std::string url;       // "sqlite:vigie.db" (a path), or "postgresql://user@host,host2/name?..."
  unsigned readers = 8;  // connections that read at once
  unsigned writers = 8;  // PostgreSQL: acts at once. SQLite has one writer
  std::chrono::microseconds group_for{2'000};  // SQLite: how long a commit waits for others
  unsigned group_of = 64;                      // and for how many
  std::chrono::milliseconds busy_for{5'000};   // how long a lock is waited for
};

/// Used by any number of threads at once.
class Database {
 public:
  using Body = std::function<void(Connection&)>;

  /// What belongs to every act of the one writer.
  struct GroupEnd {
    Body before_commit;                  // in the transaction of the group; as `body` of `act`
    std::function<void()> after_commit;  // before its acts return; quick; never throws
  };

  virtual ~Database() = default;
  virtual Dialect dialect() const = 0;

  /// Runs `body` on one view of the rows, which holds every act that was acknowledged before, by
  /// whatever node. Begun again on another connection when the first was lost before it answered
  /// anything. Throws what the body throws, and `DatabaseError`.
  virtual void read(const Body& body) = 0;

  /// Runs `body` in a transaction and returns once it is durable: after a kill or a power cut all
  /// of it is there, or nothing when it did not return. On SQLite bodies run one after the other on
  /// the writer, each in a savepoint of a group that is committed together; on PostgreSQL on a
  /// connection of the pool, and again after a conflict. So `body` may run more than once and must
  /// have no effect but on its connection and on what it captures and sets anew each time. What it
  /// throws undoes it alone and is thrown here. Source: design E2, S2.
  virtual void act(const Body& body) = 0;

  /// From now on each group of acts ends so, and true; false where there is no one writer, and
  /// nothing is called. Said once, before there are acts of several threads.
  virtual bool end_groups_with(GroupEnd end) = 0;

  /// The database's clock: UTC, microseconds since 1970. Source: design E6.
  virtual std::int64_t now() = 0;
};

/// Opens it, or says why not. A URL that is none, and a server that is too old, does not store
/// UTF-8 or forgets what it acknowledged (fsync or full_page_writes off), are a `Fault`; the
/// world's refusals a `DatabaseError`. No message holds the password of a URL. SQLite: the file is
/// made when it is missing; WAL, synchronous=FULL, foreign keys on. PostgreSQL: of several hosts
/// the one that may be written, and again after it moved.
Result<std::unique_ptr<Database>> open_database(const DatabaseSettings& settings);

}  // namespace vigie
