#include "store/condition/database_condition.h"

#include <algorithm>
#include <set>

#include "store/database/migrations.h"

namespace vigie {

namespace {

std::string text_of(Connection& rows, std::string_view sql) {
  std::string text;
  rows.run(sql, {}, [&](const Row& row) { text = row.text(0); });
  return text;
}

std::int64_t whole_of(Connection& rows, std::string_view sql) {
  std::int64_t whole = 0;
  rows.run(sql, {}, [&](const Row& row) { whole = row.whole(0); });
  return whole;
}

void ask_sqlite(Database& database, DatabaseCondition& found) {
  // The writer's connection: each has a setting of its own.
  database.act([&](Connection& rows) {
    constexpr std::string_view words[] = {"off", "normal", "full", "extra"};
    const auto synchronous = static_cast<std::size_t>(whole_of(rows, "pragma synchronous"));
    found.durability = words[std::min<std::size_t>(synchronous, 3)];
    found.is_durable = synchronous >= 2;
  });
  database.read([&](Connection& rows) {
    found.version = text_of(rows, "select sqlite_version()");
    const std::string checked = text_of(rows, "pragma quick_check(1)");
    if (checked != "ok") found.damage = checked;
  });
}

void ask_postgresql(Database& database, DatabaseCondition& found) {
  database.read([&](Connection& rows) {
    found.version = text_of(rows, "select current_setting('server_version')");
    found.durability = text_of(rows, "select current_setting('synchronous_commit')");
    found.is_durable = found.durability != "off";
  });
}

bool has_tables(Connection& rows) {
  const std::string_view sql =
      rows.dialect() == Dialect::sqlite
          ? "select count(*) from sqlite_master where type = 'table' and name = 'migration'"
          : "select count(*) from pg_tables where schemaname = 'public' and tablename ="
            " 'migration'";
  return whole_of(rows, sql) > 0;
}

std::int64_t steps_pending(Connection& rows) {
  std::set<std::int64_t> walked;
  rows.run("select number from migration", {},
           [&](const Row& row) { walked.insert(row.whole(0)); });
  return std::ranges::count_if(
      migrations(), [&](const Migration& step) { return !walked.contains(step.number); });
}

void ask_journal(Connection& rows, DatabaseCondition& found) {
  found.is_begun =
      whole_of(rows, "select count(*) from (select 1 from act limit 1) as first_one") > 0;
  rows.run(
      "select count(*), coalesce(clock_now() - min(a.recorded_at), 0) from act_seal s"
      " join act a on a.number = s.act where s.position is null",
      {}, [&](const Row& row) {
        found.acts_unsealed = row.whole(0);
        found.unsealed_for = Duration{row.whole(1)};
      });
}

}  // namespace

DatabaseCondition condition_of(Database& database) {
  DatabaseCondition found;
  if (database.dialect() == Dialect::sqlite) {
    ask_sqlite(database, found);
  } else {
    ask_postgresql(database, found);
  }
  const auto ours = std::chrono::system_clock::now().time_since_epoch();
  found.clock_ahead = Duration{database.now()} - std::chrono::duration_cast<Duration>(ours);
  found.steps_pending = static_cast<std::int64_t>(migrations().size());
  database.read([&](Connection& rows) {
    if (!has_tables(rows)) return;
    found.steps_pending = steps_pending(rows);
    // The tables that are asked for are those of the last step.
    if (found.steps_pending > 0) return;
    ask_journal(rows, found);
    found.zones = zone_release_in_force(rows);
  });
  return found;
}

}  // namespace vigie
