// What the store costs: durable acts beside bare commits of SQLite on the same disk, reads, loads.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/require.h"
#include "store/database/database.h"
#include "store/database/postgresql_for_test.h"

namespace vigie {
namespace {

constexpr const char* make_table =
    "create table ticket (number bigint primary key, title text not null, at bigint not null)";
constexpr const char* insert =
    "insert into ticket (number, title, at) values ($1, 'The printer is on fire', 1456000000)";

// A folder of this run, and a database in it, both gone at the end.
struct Ground {
  std::string folder;
  std::unique_ptr<Database> database;
  std::atomic<std::int64_t> next{0};

  explicit Ground(Dialect dialect) {
    folder = (std::filesystem::temp_directory_path() / "vigie-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) std::abort();
    std::string url = "sqlite:" + folder + "/vigie.db";
    if (dialect == Dialect::postgresql) {
      PostgresqlForTest* const server = PostgresqlForTest::shared();
      require(server != nullptr, "PostgreSQL's programs are installed");
      url = server->new_database();
    }
    database = std::move(open_database({.url = url})).value();
    database->act([](Connection& rows) { rows.run_script(make_table); });
  }
  ~Ground() {
    database.reset();
    std::filesystem::remove_all(folder);
  }
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;
};

std::unique_ptr<Ground> ground;

template <Dialect dialect>
void lay(const benchmark::State&) {
  ground = std::make_unique<Ground>(dialect);
}
template <Dialect dialect>
void lay_with_rows(const benchmark::State& state) {
  lay<dialect>(state);
  ground->database->act([](Connection& rows) {
    for (std::int64_t i = 0; i < 10'000; ++i) rows.run(insert, std::vector<Parameter>{i});
  });
}
void clear(const benchmark::State&) { ground.reset(); }

// What SQLite does at best with one durable insert a transaction, without anything of ours.
void bare_commit(benchmark::State& state) {
  const Ground here{Dialect::sqlite};
  sqlite3* file = nullptr;
  sqlite3_open((here.folder + "/bare.db").c_str(), &file);
  sqlite3_exec(file, "pragma journal_mode = wal; pragma synchronous = full", nullptr, nullptr,
               nullptr);
  sqlite3_exec(file, make_table, nullptr, nullptr, nullptr);
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(file, "insert into ticket values (?1, 'The printer is on fire', 1456000000)",
                     -1, &statement, nullptr);
  std::int64_t number = 0;
  for (auto _ : state) {
    sqlite3_bind_int64(statement, 1, ++number);
    if (sqlite3_step(statement) != SQLITE_DONE) state.SkipWithError(sqlite3_errmsg(file));
    sqlite3_reset(statement);
  }
  sqlite3_finalize(statement);
  sqlite3_close(file);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(bare_commit)->UseRealTime()->MinTime(2);

template <Dialect>
void durable_act(benchmark::State& state) {
  for (auto _ : state) {
    const std::vector<Parameter> values{++ground->next};
    ground->database->act([&](Connection& rows) { rows.run(insert, values); });
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(durable_act<Dialect::sqlite>)
    ->Setup(lay<Dialect::sqlite>)
    ->Teardown(clear)
    ->Threads(1)
    ->Threads(4)
    ->Threads(32)
    ->UseRealTime()
    ->MinTime(2);
BENCHMARK(durable_act<Dialect::postgresql>)
    ->Setup(lay<Dialect::postgresql>)
    ->Teardown(clear)
    ->Threads(1)
    ->Threads(32)
    ->UseRealTime()
    ->MinTime(2);

// One row by its key, in a transaction of its own.
template <Dialect>
void point_read(benchmark::State& state) {
  std::int64_t number = 0;
  for (auto _ : state) {
    const std::vector<Parameter> values{++number % 10'000};
    std::size_t size = 0;
    ground->database->read([&](Connection& rows) {
      rows.run("select title from ticket where number = $1", values,
               [&](const Row& row) { size = row.text(0).size(); });
    });
    benchmark::DoNotOptimize(size);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(point_read<Dialect::sqlite>)
    ->Setup(lay_with_rows<Dialect::sqlite>)
    ->Teardown(clear)
    ->UseRealTime();
BENCHMARK(point_read<Dialect::postgresql>)
    ->Setup(lay_with_rows<Dialect::postgresql>)
    ->Teardown(clear)
    ->UseRealTime();

constexpr std::int64_t loaded = 100'000;  // rows

// `in_bulk`: by load; else by one prepared insert a row. In one act either way.
template <Dialect dialect, bool in_bulk>
void load_rows(benchmark::State& state) {
  const std::string_view columns[] = {"number", "title", "at"};
  for (auto _ : state) {
    state.PauseTiming();
    ground = std::make_unique<Ground>(dialect);
    state.ResumeTiming();
    ground->database->act([&](Connection& rows) {
      std::int64_t number = 0;
      const auto next = [&](std::span<Parameter> values) {
        values[0] = ++number;
        values[1] = std::string_view{"The printer is on fire"};
        values[2] = std::int64_t{1'456'000'000};
        return number <= loaded;
      };
      if (in_bulk) {
        rows.load("ticket", columns, next);
      } else {
        std::vector<Parameter> values(1);
        for (values[0] = std::int64_t{0}; number < loaded; values[0] = ++number) {
          rows.run(insert, values);
        }
      }
    });
  }
  ground.reset();
  state.SetItemsProcessed(state.iterations() * loaded);
}
BENCHMARK(load_rows<Dialect::sqlite, true>)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(load_rows<Dialect::sqlite, false>)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(load_rows<Dialect::postgresql, true>)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(load_rows<Dialect::postgresql, false>)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace vigie
