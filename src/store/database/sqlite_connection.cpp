#include "store/database/sqlite_connection.h"

#include <sqlite3.h>

#include <cstring>
#include <utility>

#include "engine/base/require.h"
#include "store/database/sqlite_error.h"
#include "store/database/sqlite_text.h"
#include "store/database/statement_limit.h"
#include "store/database/statement_text.h"

namespace vigie {

namespace {

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement)
      : statement_{statement}, columns_{sqlite3_column_count(statement)} {}

  bool is_null(int column) const override { return type_of(column) == SQLITE_NULL; }
  std::int64_t whole(int column) const override {
    require(type_of(column) == SQLITE_INTEGER, "a column read as a whole number is one");
    return sqlite3_column_int64(statement_, column);
  }
  std::string_view text(int column) const override {
    require(type_of(column) == SQLITE_TEXT, "a column read as a text is one");
    const void* const first = sqlite3_column_text(statement_, column);
    return {static_cast<const char*>(first), size_of(column)};
  }
  BytesView bytes(int column) const override {
    require(type_of(column) == SQLITE_BLOB, "a column read as bytes is that");
    const void* const first = sqlite3_column_blob(statement_, column);
    return {static_cast<const std::byte*>(first), size_of(column)};
  }

 private:
  int type_of(int column) const {
    require(column >= 0 && column < columns_, "a column that is read is answered");
    return sqlite3_column_type(statement_, column);
  }
  std::size_t size_of(int column) const {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  }

  sqlite3_stmt* statement_;
  int columns_;
};

/// Gives a value to a statement; a null pointer would be read as null.
struct Bind {
  sqlite3_stmt* statement;
  int number;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, number); }
  int operator()(std::int64_t whole) const { return sqlite3_bind_int64(statement, number, whole); }
  int operator()(std::string_view text) const {
    if (text.find('\0') != std::string_view::npos) return SQLITE_MISMATCH;
    return sqlite3_bind_text64(statement, number, text.empty() ? "" : text.data(), text.size(),
                               SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(BytesView bytes) const {
    if (bytes.empty()) return sqlite3_bind_zeroblob(statement, number, 0);
    return sqlite3_bind_blob64(statement, number, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
};

/// `clock_now()` in statements. The file is embedded: its clock is that of this machine.
void answer_clock(sqlite3_context* context, int, sqlite3_value**) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  sqlite3_result_int64(context, std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

/// Leaves a kept statement ready for its next use, without what it was given.
struct ResetAtEnd {
  sqlite3_stmt* statement;
  ~ResetAtEnd() {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

/// SQLite counts its own memory under a lock that all connections share: nobody reads that. Once it
/// is in use it can't be told any more, and goes on counting.
void count_no_memory() {
  static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(told);
}

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void SqliteConnection::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteConnection::SqliteConnection(const SqliteSettings& settings)
    : may_write_{settings.may_write} {
  count_no_memory();
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(settings.path.c_str(), &opened,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                          (settings.may_write ? SQLITE_OPEN_CREATE : 0),
                      settings.vfs);
  handle_.reset(opened);
  if (code != SQLITE_OK) throw sqlite_error(code, settings.path);
  set_up(settings);
}

SqliteConnection::~SqliteConnection() { kept_.clear(); }

void SqliteConnection::set_up(const SqliteSettings& settings) {
  sqlite3_busy_timeout(handle_.get(), static_cast<int>(settings.busy_for.count()));
  const int code = sqlite3_create_function_v2(handle_.get(), "clock_now", 0, SQLITE_UTF8, nullptr,
                                              answer_clock, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw sqlite_error(code, settings.path);
  set("foreign_keys = on");
  set("trusted_schema = off");
  set("temp_store = memory");  // each act has a savepoint: what undoes it would go to a file
  if (may_write_) {
    set("cache_size = -32000");  // KiB
    set("wal_autocheckpoint = 4000");
  }
  set("journal_mode = wal");
  set(std::string{"synchronous = "} + settings.synchronous);
  if (setting("journal_mode") != "wal") {
    throw DatabaseError{DatabaseFault::refused,
                        settings.path + ": this file system cannot keep a write-ahead log"};
  }
  const bool is_full = setting("synchronous") == "2";
  ensure(is_full == (std::strcmp(settings.synchronous, "full") == 0), "synchronous is as set");
  ensure(setting("foreign_keys") == "1", "foreign keys are checked");
  if (!may_write_) set("query_only = on");
}

std::string SqliteConnection::setting(const char* name) {
  const Statement statement = prepare(std::string{"pragma "} + name, false);
  if (sqlite3_step(statement.get()) != SQLITE_ROW) fail();
  const void* const first = sqlite3_column_text(statement.get(), 0);
  return first == nullptr ? "" : std::string{static_cast<const char*>(first)};
}

// Not kept: SQLite obeys some of them when they are compiled, not when they are run.
void SqliteConnection::set(const std::string& pragma) {
  step(prepare("pragma " + pragma, false).get(), {}, {});
}

std::int64_t SqliteConnection::run(std::string_view sql, Parameters values,
                                   const std::function<void(const Row&)>& each) {
  require(!has_failed_, "in a transaction that failed, only roll_back may follow");
  return step(kept(sql), values, each);
}

std::int64_t SqliteConnection::step(sqlite3_stmt* statement, Parameters values,
                                    const std::function<void(const Row&)>& each) {
  if (sqlite3_stmt_busy(statement) != 0) {  // asked again from within its own rows
    const Statement another = prepare(sqlite3_sql(statement), false);
    return step(another.get(), values, each);
  }
  require(sqlite3_bind_parameter_count(statement) == static_cast<int>(values.size()),
          "each $n of a statement is given a value");
  const ResetAtEnd reset{statement};
  for (int number = 1; const Parameter& value : values) {
    const int code = std::visit(Bind{statement, number++}, value);
    if (code == SQLITE_OK) continue;
    has_failed_ = has_begun_;
    throw sqlite_error(code, "a value that cannot be stored");
  }
  const std::int64_t before = sqlite3_total_changes64(handle_.get());
  const SqliteRow row{statement};
  std::int64_t rows = 0;
  int code = sqlite3_step(statement);
  for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
    ++rows;
    if (each) each(row);
  }
  if (code != SQLITE_DONE) fail();
  if (sqlite3_column_count(statement) > 0) return rows;
  return sqlite3_total_changes64(handle_.get()) == before ? 0 : sqlite3_changes64(handle_.get());
}

void SqliteConnection::run_script(std::string_view sql) {
  require(!has_failed_, "in a transaction that failed, only roll_back may follow");
  const std::string whole{sql};
  const char* rest = whole.c_str();
  while (*rest != '\0') {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), rest, -1, 0, &raw, &rest) != SQLITE_OK) fail();
    const Statement statement{raw};
    if (statement == nullptr) continue;  // blanks or a comment
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(statement.get());
    if (code != SQLITE_DONE) fail();
  }
}

void SqliteConnection::begin(Transaction kind) {
  require(!is_within(), "transactions are not nested");
  const bool reads = kind == Transaction::read;
  if (reads && may_write_) set("query_only = on");
  reads_only_ = reads;
  run_plain(reads ? "begin" : "begin immediate");
  has_begun_ = true;
}

void SqliteConnection::commit() {
  require(!has_failed_, "a transaction that failed is not committed");
  try {
    run_plain("commit");
  } catch (const DatabaseError& error) {
    throw sqlite_commit_error(error);
  }
  has_begun_ = false;
  if (reads_only_ && may_write_) set("query_only = off");
}

void SqliteConnection::roll_back() noexcept {
  try {
    if (is_within()) run_plain("rollback");
    if (reads_only_ && may_write_) set("query_only = off");
  } catch (const std::exception&) {
    is_alive_ = false;  // opened anew by whoever holds it
  }
  has_begun_ = false;
  has_failed_ = false;
}

void SqliteConnection::set_savepoint(const char* name) {
  require(!has_failed_, "in a transaction that failed, only roll_back may follow");
  run_plain(std::string{"savepoint "} + name);
}

void SqliteConnection::release_savepoint(const char* name) {
  require(!has_failed_, "in a transaction that failed, only roll_back may follow");
  run_plain(std::string{"release savepoint "} + name);
}

void SqliteConnection::roll_back_to(const char* name) {
  run_plain(std::string{"rollback to savepoint "} + name);
  has_failed_ = false;
}

std::int64_t SqliteConnection::load(std::string_view table,
                                    std::span<const std::string_view> columns,
                                    const std::function<bool(std::span<Parameter>)>& next) {
  require(is_within(), "rows are loaded within a transaction");
  const std::string insert = insert_text(table, columns);
  std::vector<Parameter> values(columns.size());
  std::int64_t rows = 0;
  for (; next(values); ++rows) run(insert, values, {});
  return rows;
}

bool SqliteConnection::is_within() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

SqliteConnection::Statement SqliteConnection::prepare(std::string_view sql, bool keeps) const {
  const std::string text = sqlite_text_of(sql);
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_.get(), text.c_str(), static_cast<int>(text.size()) + 1,
                         keeps ? SQLITE_PREPARE_PERSISTENT : 0U, &statement, &rest);
  Statement prepared{statement};
  if (code != SQLITE_OK) throw sqlite_error(handle_.get());
  require(prepared != nullptr, "a statement says something");
  return prepared;
}

sqlite3_stmt* SqliteConnection::kept(std::string_view sql) {
  const auto found = kept_.find(sql);
  if (found != kept_.end()) return found->second.get();
  if (kept_.size() >= most_statements_kept) {
    std::erase_if(kept_, [](const auto& one) { return sqlite3_stmt_busy(one.second.get()) == 0; });
  }
  try {
    return kept_.emplace(sql, prepare(sql, true)).first->second.get();
  } catch (const DatabaseError&) {
    has_failed_ = has_begun_;
    throw;
  }
}

void SqliteConnection::run_plain(std::string_view sql) { step(kept(sql), {}, {}); }

void SqliteConnection::fail() {
  const DatabaseError error = sqlite_error(handle_.get());
  has_failed_ = has_begun_;
  if (error.fault() == DatabaseFault::damaged || error.fault() == DatabaseFault::away) {
    is_alive_ = false;
  }
  throw error;
}

}  // namespace vigie
