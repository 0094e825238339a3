#include "store/database/postgresql_database.h"

#include <libpq-fe.h>

#include <random>
#include <thread>

#include "store/database/lent_connection.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

// Of what others come in between of; of an act, more while `busy_for` has not passed.
constexpr int most_attempts = 12;
// Of an act; the next ones are done in turn.
constexpr int lucky_attempts = 4;
constexpr std::int64_t least_version = 150'000;

Fault fault_with(FaultCode code, std::vector<std::pair<std::string, std::string>> arguments,
                 std::string write, CureWord means) {
  return {.code = code,
          .arguments = std::move(arguments),
          .place = {},
          .cures = {{.write = std::move(write), .means = means}}};
}

// libpq's own words are not repeated: they quote the part that it does not understand, which may be
// a password.
bool is_understood(const std::string& url) {
  char* words = nullptr;
  PQconninfoOption* const options = PQconninfoParse(url.c_str(), &words);
  PQfreemem(words);
  PQconninfoFree(options);
  return options != nullptr;
}

PostgresqlServer server_behind(Connection& rows) {
  PostgresqlServer server;
  rows.run(
      "select cast(current_setting('server_version_num') as bigint), current_setting('fsync'),"
      " current_setting('full_page_writes'), current_setting('server_encoding')",
      {}, [&](const Row& row) {
        server = {.version = row.whole(0),
                  .fsync = std::string{row.text(1)},
                  .full_page_writes = std::string{row.text(2)},
                  .encoding = std::string{row.text(3)}};
      });
  return server;
}

/// Before the attempt after `attempt`: at random, so that two that collided do not again, and
/// longer each time: 4 ms at most after the first, 256 ms at most.
void pause_after(int attempt) {
  thread_local std::minstd_rand dice{std::random_device{}()};
  const std::uint32_t most_us = 2'000U << std::min(attempt, 7);
  std::this_thread::sleep_for(std::chrono::microseconds{dice() % most_us});
}

/// Held by one of the acts of all nodes that had no luck: where several number tickets they collide
/// on the counter at each act, and some would for ever. Waits as long as for a lock. It is asked
/// for outside of the transaction, which would else not see what was done while it waited.
class Turn {
 public:
  explicit Turn(PostgresqlConnection& rows) : rows_{rows} {
    rows_.run_script("select pg_advisory_lock(1986618213)");  // any number that nobody else has
  }
  ~Turn() {
    try {
      rows_.run_script("select pg_advisory_unlock(1986618213)");
    } catch (const DatabaseError&) {  // the connection is lost, and its locks with it
    }
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  PostgresqlConnection& rows_;
};

}  // namespace

std::optional<Fault> weakness_of(const PostgresqlServer& server) {
  if (server.version < least_version) {
    return fault_with(FaultCode::database_too_old,
                      {{"version", std::to_string(server.version / 10'000)}, {"least", "15"}},
                      "PostgreSQL 15", CureWord::or_later);
  }
  const std::pair<const char*, const std::string&> settings[] = {
      {"fsync", server.fsync}, {"full_page_writes", server.full_page_writes}};
  for (const auto& [name, value] : settings) {
    if (value == "on") continue;
    return fault_with(FaultCode::database_forgets, {{"setting", name}, {"value", value}},
                      std::string{name} + " = on", CureWord::server_settings);
  }
  if (server.encoding != "UTF8") {
    return fault_with(FaultCode::database_not_utf8, {{"encoding", server.encoding}},
                      "create database vigie encoding 'UTF8' template template0",
                      CureWord::another_database);
  }
  return std::nullopt;
}

Result<std::unique_ptr<Database>> open_postgresql(const DatabaseSettings& settings) {
  if (!is_understood(settings.url)) {
    return fault_with(FaultCode::database_url_malformed, {}, "postgresql://vigie@localhost/vigie",
                      CureWord::database_server);
  }
  auto database = std::make_unique<PostgresqlDatabase>(settings);
  PostgresqlServer server;
  database->read([&](Connection& rows) { server = server_behind(rows); });
  if (auto weakness = weakness_of(server)) return *std::move(weakness);
  return std::unique_ptr<Database>{std::move(database)};
}

PostgresqlDatabase::PostgresqlDatabase(const DatabaseSettings& settings)
    : busy_for_{settings.busy_for},
      readers_{settings.readers, settings.busy_for,
               [file = PostgresqlSettings{settings.url, settings.busy_for}] {
                 return std::make_unique<PostgresqlConnection>(file);
               }},
      writers_{settings.writers, settings.busy_for,
               [file = PostgresqlSettings{settings.url, settings.busy_for}] {
                 return std::make_unique<PostgresqlConnection>(file);
               }} {}

void PostgresqlDatabase::read(const Body& body) {
  for (int attempt = 1; !is_read(body, attempt); ++attempt) pause_after(attempt);
}

/// Whether the rows were read; if not, they may be tried again: nothing of them was seen.
bool PostgresqlDatabase::is_read(const Body& body, int attempt) {
  const auto reader = readers_.take();
  reader->begin(Transaction::read);
  try {
    LentConnection lent{*reader};
    body(lent);
    reader->commit();
    return true;
  } catch (const DatabaseError& error) {
    reader->roll_back();
    const bool collided = error.fault() == DatabaseFault::conflict && attempt < most_attempts;
    if (!(collided && !reader->has_answered()) && !takes_over(error, reader)) throw;
    return false;
  } catch (...) {
    reader->roll_back();
    throw;
  }
}

void PostgresqlDatabase::act(const Body& body) {
  const auto given_up = std::chrono::steady_clock::now() + busy_for_;
  for (int attempt = 1;; ++attempt) {
    const bool is_late = std::chrono::steady_clock::now() > given_up;
    const bool is_last = attempt >= most_attempts && is_late;
    if (is_done(body, {.in_turn = attempt > lucky_attempts, .is_last = is_last})) return;
    if (attempt < lucky_attempts) pause_after(attempt);
  }
}

/// Whether the act was done; if not, it may be tried again.
bool PostgresqlDatabase::is_done(const Body& body, Attempt attempt) {
  const auto writer = writers_.take();
  std::optional<Turn> turn;
  if (attempt.in_turn) turn.emplace(*writer);
  writer->begin(Transaction::write);
  try {
    LentConnection lent{*writer};
    body(lent);
    writer->commit();
    return true;
  } catch (const DatabaseError& error) {
    writer->roll_back();
    const bool collided = error.fault() == DatabaseFault::conflict && !attempt.is_last;
    if (!collided && !takes_over(error, writer)) throw;
    return false;
  } catch (...) {
    writer->roll_back();
    throw;
  }
}

std::int64_t PostgresqlDatabase::now() {
  std::int64_t now = 0;
  read([&](Connection& rows) {
    rows.run("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)", {},
             [&](const Row& row) { now = row.whole(0); });
  });
  return now;
}

/// Whether a new connection may begin it again: this one was lost while it waited in the pool, and
/// the body has seen nothing yet.
bool PostgresqlDatabase::takes_over(const DatabaseError& error, const Connections::Lease& lease) {
  if (error.fault() != DatabaseFault::away || lease.is_new() || lease->has_answered()) return false;
  readers_.drop_idle();
  writers_.drop_idle();
  return true;
}

}  // namespace vigie
