#include "store/database/postgresql_connection.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>

#include "engine/base/require.h"
#include "store/database/postgresql_bound.h"
#include "store/database/postgresql_error.h"
#include "store/database/postgresql_row.h"
#include "store/database/statement_limit.h"

namespace vigie {

namespace {

constexpr const char* begin_read = "begin isolation level repeatable read read only";
constexpr const char* begin_write = "begin isolation level repeatable read read write";

bool is_answer(const pg_result* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

/// What was told of the values' types serves these: a null is of any type.
bool serves(const std::vector<PostgresqlType>& told, const std::vector<PostgresqlType>& given) {
  return std::ranges::equal(told, given, [](PostgresqlType one, PostgresqlType other) {
    return other == PostgresqlType::unknown || one == other;
  });
}

}  // namespace

void PostgresqlConnection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }
void PostgresqlConnection::Clear::operator()(pg_result* result) const { PQclear(result); }

PostgresqlConnection::PostgresqlConnection(const PostgresqlSettings& settings) {
  // Those after `dbname` cannot be changed by the URL, those before it can.
  const std::array keywords{"target_session_attrs",
                            "connect_timeout",
                            "tcp_user_timeout",
                            "application_name",
                            "dbname",
                            "client_encoding",
                            static_cast<const char*>(nullptr)};
  const std::array values{"read-write",
                          "5",
                          "10000",
                          "vigie",
                          settings.url.c_str(),
                          "UTF8",
                          static_cast<const char*>(nullptr)};
  connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    const char* const password = PQpass(connection_.get());
    throw postgresql_connection_error(connection_.get(), password == nullptr ? "" : password);
  }
  set_up(settings);
}

PostgresqlConnection::~PostgresqlConnection() = default;

void PostgresqlConnection::set_up(const PostgresqlSettings& settings) {
  PQsetNoticeReceiver(connection_.get(), [](void*, const pg_result*) {}, nullptr);
  // A role may have it off by default; a stronger wish than `on` is left as it is.
  run_script(
      "select set_config('synchronous_commit', 'on', false)"
      " where current_setting('synchronous_commit') = 'off';"
      "set timezone = 'UTC'; set lock_timeout = " +
      std::to_string(settings.busy_for.count()));
}

std::int64_t PostgresqlConnection::run(std::string_view sql, Parameters values,
                                       const std::function<void(const Row&)>& each) {
  require_sound();
  const PostgresqlBound bound{values};
  const std::string text{sql};
  const Kept* const found = kept(text, bound.types());
  const Kept use = found == nullptr ? keep(text, bound.types()) : *found;
  const Answer answer = exchange([&] {
    pg_conn* const to = connection_.get();
    std::vector<Oid> types;
    for (const PostgresqlType type : use.types) types.push_back(static_cast<Oid>(type));
    return (found != nullptr ||
            PQsendPrepare(to, use.name.c_str(), text.c_str(), bound.count(), types.data()) == 1) &&
           PQsendQueryPrepared(to, use.name.c_str(), bound.count(), bound.values(), bound.lengths(),
                               bound.formats(), 1) == 1;
  });
  if (!is_answer(answer.get())) {
    const DatabaseError error = postgresql_error(answer.get(), connection_.get());
    if (found == nullptr || error.fault() == DatabaseFault::conflict) kept_.erase(text);
    fail(answer.get());
  }
  if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) {
    const std::string changed = PQcmdTuples(answer.get());
    return changed.empty() || changed == "0" ? 0 : std::stoll(changed);
  }
  const int rows = PQntuples(answer.get());
  for (int row = 0; each && row < rows; ++row) each(PostgresqlRow{answer.get(), row});
  return rows;
}

void PostgresqlConnection::run_script(std::string_view sql) {
  require_sound();
  if (stage_ == Stage::wanted) exchange([] { return true; });
  settle();
  const Answer answer{PQexec(connection_.get(), std::string{sql}.c_str())};
  const ExecStatusType status = PQresultStatus(answer.get());
  if (!is_answer(answer.get()) && status != PGRES_EMPTY_QUERY) fail(answer.get());
}

void PostgresqlConnection::begin(Transaction kind) {
  require(stage_ == Stage::none, "transactions are not nested");
  kind_ = kind;
  stage_ = Stage::wanted;
  has_answered_ = false;
}

void PostgresqlConnection::commit() {
  require(!has_failed_, "a transaction that failed is not committed");
  if (stage_ == Stage::wanted) {  // nothing was run
    stage_ = Stage::none;
    return;
  }
  if (kind_ == Transaction::read) {
    stage_ = Stage::none;
    send([this] {
      return PQsendQueryParams(connection_.get(), "commit", 0, nullptr, nullptr, nullptr, nullptr,
                               1) == 1;
    });
    is_owed_ = true;
    return;
  }
  std::string done;
  try {
    done = PQcmdStatus(run_plain("commit").get());
  } catch (const DatabaseError& error) {
    throw postgresql_commit_error(error);
  }
  stage_ = Stage::none;
  if (done != "COMMIT") throw DatabaseError{DatabaseFault::other, "the server rolled it back"};
}

void PostgresqlConnection::roll_back() noexcept {
  const bool had_answered = has_answered_;
  try {
    const bool is_within = stage_ == Stage::begun && is_alive() &&
                           PQtransactionStatus(connection_.get()) != PQTRANS_IDLE;
    if (is_within) run_plain("rollback");
  } catch (const std::exception&) {
    is_lost_ = true;
  }
  stage_ = Stage::none;
  has_failed_ = false;
  has_answered_ = had_answered;
}

void PostgresqlConnection::set_savepoint(const char* name) {
  require_sound();
  run_plain(std::string{"savepoint "} + name);
}

void PostgresqlConnection::release_savepoint(const char* name) {
  require_sound();
  run_plain(std::string{"release savepoint "} + name);
}

void PostgresqlConnection::roll_back_to(const char* name) {
  run_plain(std::string{"rollback to savepoint "} + name);
  has_failed_ = false;
}

bool PostgresqlConnection::is_alive() const {
  return !is_lost_ && PQstatus(connection_.get()) == CONNECTION_OK;
}

// Sends what is due, then what `send` sends, and gives the last answer, or the first that is an
// error.
PostgresqlConnection::Answer PostgresqlConnection::exchange(const std::function<bool()>& send_all) {
  const bool begins = stage_ == Stage::wanted;
  send([&] {
    const char* const begin = kind_ == Transaction::read ? begin_read : begin_write;
    const bool has_begun = !begins || PQsendQueryParams(connection_.get(), begin, 0, nullptr,
                                                        nullptr, nullptr, nullptr, 1) == 1;
    return has_begun && send_all();
  });
  Answer answer = collect();
  if (begins) stage_ = Stage::begun;
  const bool is_lost = PQstatus(connection_.get()) != CONNECTION_OK;
  has_answered_ = has_answered_ || (is_answer(answer.get()) && !is_lost);
  return answer;
}

void PostgresqlConnection::send(const std::function<bool()>& send_all) {
  settle();
  const bool is_sent = PQenterPipelineMode(connection_.get()) == 1 && send_all() &&
                       PQpipelineSync(connection_.get()) == 1;
  if (!is_sent) {
    is_lost_ = true;
    fail(nullptr);
  }
}

PostgresqlConnection::Answer PostgresqlConnection::collect() {
  Answer last;
  bool was_end = false;
  while (true) {
    Answer one{PQgetResult(connection_.get())};
    // Null ends the answers of one statement; two in a row come from a connection that is lost.
    if (one == nullptr && was_end) break;
    was_end = one == nullptr;
    if (was_end) continue;
    const ExecStatusType status = PQresultStatus(one.get());
    if (status == PGRES_PIPELINE_SYNC) {
      PQexitPipelineMode(connection_.get());
      return last;
    }
    if (last == nullptr || is_answer(last.get())) last = std::move(one);
  }
  is_lost_ = true;
  return last;
}

void PostgresqlConnection::settle() {
  if (!is_owed_) return;
  is_owed_ = false;
  collect();
}

PostgresqlConnection::Answer PostgresqlConnection::run_plain(const std::string& sql) {
  Answer answer = exchange([&] {
    return PQsendQueryParams(connection_.get(), sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr,
                             1) == 1;
  });
  if (!is_answer(answer.get())) fail(answer.get());
  return answer;
}

const PostgresqlConnection::Kept* PostgresqlConnection::kept(const std::string& sql,
                                                             const Types& types) const {
  const auto found = kept_.find(sql);
  if (found == kept_.end()) return nullptr;
  for (const Kept& one : found->second) {
    if (serves(one.types, types)) return &one;
  }
  return nullptr;
}

const PostgresqlConnection::Kept& PostgresqlConnection::keep(const std::string& sql,
                                                             const Types& types) {
  if (kept_.size() >= most_statements_kept) {
    run_plain("deallocate all");
    kept_.clear();
  }
  std::vector<Kept>& variants = kept_[sql];
  variants.push_back({.name = "s" + std::to_string(++last_name_), .types = types});
  return variants.back();
}

void PostgresqlConnection::require_sound() const {
  require(!has_failed_, "in a transaction that failed, only roll_back may follow");
}

void PostgresqlConnection::fail(const pg_result* answer) {
  const DatabaseError error = postgresql_error(answer, connection_.get());
  has_failed_ = stage_ != Stage::none;
  if (error.fault() == DatabaseFault::away || PQstatus(connection_.get()) != CONNECTION_OK) {
    is_lost_ = true;
  }
  throw error;
}

}  // namespace vigie
