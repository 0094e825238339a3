// A database on a PostgreSQL server, which other nodes use too.
#pragma once

#include <atomic>
#include <optional>

#include "store/database/connection_pool.h"
#include "store/database/database.h"
#include "store/database/postgresql_connection.h"

namespace vigie {

/// Opens it, or says why it is not to be used.
Result<std::unique_ptr<Database>> open_postgresql(const DatabaseSettings& settings);

/// What a server says of itself.
struct PostgresqlServer {
  std::int64_t version = 0;  // 150018 for 15.18
  std::string fsync;
  std::string full_page_writes;
  std::string encoding;
};

/// Why a server is not to be used: too old, or it forgets what it acknowledged. Source: design S2.
std::optional<Fault> weakness_of(const PostgresqlServer& server);

class PostgresqlDatabase final : public Database {
 public:
  explicit PostgresqlDatabase(const DatabaseSettings& settings);

  Dialect dialect() const override { return Dialect::postgresql; }
  void read(const Body& body) override;
  void act(const Body& body) override;
  std::int64_t now() override;
  bool end_groups_with(GroupEnd) override { return false; }

 private:
  using Connections = ConnectionPool<PostgresqlConnection>;
  bool is_read(const Body& body, int attempt);
  struct Attempt {
    bool in_turn = false;  // after the others that had no luck either
    bool is_last = false;
  };
  bool is_done(const Body& body, Attempt attempt);
  bool takes_over(const DatabaseError& error, const Connections::Lease& lease);

  std::chrono::milliseconds busy_for_;
  Connections readers_;
  Connections writers_;
};

}  // namespace vigie
