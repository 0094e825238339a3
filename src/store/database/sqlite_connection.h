// One connection to a SQLite file.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "store/database/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace vigie {

struct SqliteSettings {
  std::string path;
  std::chrono::milliseconds busy_for{5'000};  // how long a lock is waited for
  bool may_write = true;                      // false: whatever is begun, writes are refused
  const char* vfs = nullptr;                  // none: that of the system
  const char* synchronous = "full";           // with less, acknowledged acts are lost: tests only
};

class SqliteConnection final : public Connection {
 public:
  /// Opens the file, made when it is missing and may be written: WAL, synchronous as said and read
  /// back, foreign keys on. Throws `DatabaseError`.
  explicit SqliteConnection(const SqliteSettings& settings);
  ~SqliteConnection() override;
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Dialect dialect() const override { return Dialect::sqlite; }
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
  bool is_alive() const override { return is_alive_; }

  /// Whether a transaction is open. Some errors (a full disk) end it without being asked.
  bool is_within() const;
  std::size_t kept_statements() const { return kept_.size(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  void set_up(const SqliteSettings& settings);
  void set(const std::string& pragma);
  std::string setting(const char* name);
  Statement prepare(std::string_view sql, bool keeps) const;
  sqlite3_stmt* kept(std::string_view sql);
  std::int64_t step(sqlite3_stmt* statement, Parameters values,
                    const std::function<void(const Row&)>& each);
  void run_plain(std::string_view sql);
  [[noreturn]] void fail();

  std::unique_ptr<sqlite3, Close> handle_;
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> kept_;  // by text
  bool may_write_;                                                              // the connection
  bool reads_only_ = false;  // the open transaction
  bool has_begun_ = false;   // one that SQLite may have ended by itself since
  bool has_failed_ = false;  // the open transaction: see Connection::run
  bool is_alive_ = true;
};

}  // namespace vigie
