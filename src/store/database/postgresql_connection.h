// One connection to a PostgreSQL server.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/database/connection.h"
#include "store/database/postgresql_types.h"

struct pg_conn;
struct pg_result;

namespace vigie {

struct PostgresqlSettings {
  std::string url;
  std::chrono::milliseconds busy_for{5'000};  // how long a lock is waited for
};

/// BEGIN leaves with the first statement, and a statement is prepared in the round trip that runs
/// it first: a read of one statement costs one round trip, its COMMIT is not waited for.
class PostgresqlConnection final : public Connection {
 public:
  /// Throws `DatabaseError`.
  explicit PostgresqlConnection(const PostgresqlSettings& settings);
  ~PostgresqlConnection() override;
  PostgresqlConnection(const PostgresqlConnection&) = delete;
  PostgresqlConnection& operator=(const PostgresqlConnection&) = delete;

  Dialect dialect() const override { return Dialect::postgresql; }
  std::int64_t run(std::string_view sql, Parameters values,
                   const std::function<void(const Row&)>& each) override;
  void run_script(std::string_view sql) override;
  void begin(Transaction kind) override;
  void commit() override;
  void roll_back() noexcept override;
  void set_savepoint(const char* name) override;
  void release_savepoint(const char* name) override;
  void roll_back_to(const char* name) override;
  std::int64_t load(std::string_view table, std::span<const std::string_view> columns,
                    const std::function<bool(std::span<Parameter>)>& next) override;
  bool is_alive() const override;

  /// Whether the server has answered anything in the open transaction: until then, another
  /// connection may take over.
  bool has_answered() const { return has_answered_; }
  std::size_t kept_statements() const { return kept_.size(); }

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Answer = std::unique_ptr<pg_result, Clear>;
  using Types = std::vector<PostgresqlType>;
  struct Kept {
    std::string name;  // on the server
    Types types;       // of its values, as it was told
  };
  enum class Stage : std::uint8_t { none, wanted, begun };

  void set_up(const PostgresqlSettings& settings);
  Answer exchange(const std::function<bool()>& send);
  void send(const std::function<bool()>& send);
  Answer collect();
  void settle();
  Answer run_plain(const std::string& sql);
  const Kept* kept(const std::string& sql, const Types& types) const;
  const Kept& keep(const std::string& sql, const Types& types);
  const Types& types_of(std::string_view table, std::span<const std::string_view> columns);
  void end_copy(const char* refusal);
  void require_sound() const;
  [[noreturn]] void fail(const pg_result* answer);

  std::unique_ptr<pg_conn, Close> connection_;
  std::unordered_map<std::string, std::vector<Kept>> kept_;  // by text
  std::unordered_map<std::string, Types> copied_;            // by select of the columns
  std::uint64_t last_name_ = 0;
  Transaction kind_ = Transaction::read;
  Stage stage_ = Stage::none;  // of the transaction
  bool is_owed_ = false;       // an answer that was not waited for
  bool has_answered_ = false;
  bool has_failed_ = false;
  bool is_lost_ = false;
};

}  // namespace vigie
