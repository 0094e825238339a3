// A connection as a body of `Database` sees it: its transaction belongs to whoever lends it.
#pragma once

#include "engine/base/require.h"
#include "store/database/connection.h"

namespace vigie {

class LentConnection final : public Connection {
 public:
  explicit LentConnection(Connection& lent) : lent_{lent} {}

  Dialect dialect() const override { return lent_.dialect(); }
  std::int64_t run(std::string_view sql, Parameters values,
                   const std::function<void(const Row&)>& each) override {
    return lent_.run(sql, values, each);
  }
  void run_script(std::string_view sql) override { lent_.run_script(sql); }
  void set_savepoint(const char* name) override { lent_.set_savepoint(name); }
  void release_savepoint(const char* name) override { lent_.release_savepoint(name); }
  void roll_back_to(const char* name) override { lent_.roll_back_to(name); }
  std::int64_t load(std::string_view table, std::span<const std::string_view> columns,
                    const std::function<bool(std::span<Parameter>)>& next) override {
    return lent_.load(table, columns, next);
  }
  bool is_alive() const override { return lent_.is_alive(); }

  void begin(Transaction) override { require(false, "a body is within a transaction already"); }
  void commit() override { require(false, "the transaction of a body ends after it"); }
  /// Ours too, but not a place to throw from: a body says so by throwing.
  void roll_back() noexcept override {}

 private:
  Connection& lent_;
};

}  // namespace vigie
