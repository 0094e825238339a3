#include "store/dump/dump_in.h"

#include <algorithm>

#include "store/database/migrations.h"
#include "store/database/statement_text.h"
#include "store/dump/stored_table.h"
#include "store/dump/travel.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

Fault fault(FaultCode code, std::vector<std::pair<std::string, std::string>> arguments,
            std::vector<Cure> cures) {
  return {.code = code, .arguments = std::move(arguments), .place = {}, .cures = std::move(cures)};
}

Cure new_database() { return {.write = "--database", .means = CureWord::database_anew}; }

/// The steps up to that of the dump; a step of the database beyond it is a fault.
Result<std::span<const Migration>> steps_to(int step, const std::string& file) {
  const auto all = migrations();
  const auto last = std::ranges::find(all, step, &Migration::number);
  if (last == all.end()) {
    return fault(FaultCode::dump_newer,
                 {{"file", file},
                  {"theirs", std::to_string(step)},
                  {"ours", std::to_string(all.back().number)}},
                 {{.write = "vigie", .means = CureWord::newer_program}});
  }
  return all.first(static_cast<std::size_t>(last - all.begin()) + 1);
}

std::int64_t whole_of(Connection& rows, std::string_view select) {
  std::int64_t whole = 0;
  rows.run(select, {}, [&](const Row& row) { whole = row.whole(0); });
  return whole;
}

/// Why rows cannot be put in; none when the tables are new.
std::optional<Fault> why_not(Database& database, int step, const std::string& file) {
  std::int64_t acts = 0;
  std::int64_t theirs = 0;
  database.read([&](Connection& rows) {
    acts = whole_of(rows, "select count(*) from (select 1 from act limit 1) as first_one");
    theirs = whole_of(rows, "select coalesce(max(number), 0) from migration");
  });
  if (acts > 0) return fault(FaultCode::restore_not_empty, {}, {new_database()});
  if (theirs == step) return std::nullopt;
  return fault(FaultCode::dump_other_step,
               {{"file", file}, {"theirs", std::to_string(theirs)}, {"ours", std::to_string(step)}},
               {new_database()});
}

/// References of a table to itself are checked at the end of the transaction: a part may have been
/// written before its whole.
class ChecksAtEnd {
 public:
  ChecksAtEnd(Connection& rows, const std::vector<StoredTable>& tables) : rows_{rows} {
    if (rows.dialect() == Dialect::sqlite) {
      rows.run_script("pragma defer_foreign_keys = on");
      return;
    }
    for (const StoredTable& table : tables) {
      if (table.refers_to_itself) note(table.name);
    }
    alter(" deferrable initially deferred");
  }
  ChecksAtEnd(const ChecksAtEnd&) = delete;
  ChecksAtEnd& operator=(const ChecksAtEnd&) = delete;

  void check() {
    if (constraints_.empty()) return;
    rows_.run_script("set constraints all immediate");
    alter(" not deferrable");
  }

 private:
  void note(const std::string& table) {
    rows_.run(
        "select cast(f.conname as text) from pg_constraint f where f.contype = 'f'"
        " and f.conrelid = cast($1 as regclass) and f.confrelid = f.conrelid",
        std::array<Parameter, 1>{std::string_view{table}},
        [&](const Row& row) { constraints_.emplace_back(quoted(table), quoted(row.text(0))); });
  }
  void alter(const char* how) {
    for (const auto& [table, constraint] : constraints_) {
      rows_.run_script("alter table " + table + " alter constraint " + constraint + how);
    }
  }

  Connection& rows_;
  std::vector<std::pair<std::string, std::string>> constraints_;
};

bool has_columns(const StoredTable& table, const DumpedTable& given) {
  return std::ranges::equal(table.columns, given.columns, [](const auto& ours, const auto& theirs) {
    return ours.name == theirs.name && ours.form == theirs.form;
  });
}

std::int64_t put_rows(Connection& rows, DumpGiver& giver) {
  const std::vector<StoredTable> tables = stored_tables(rows);
  // What the steps themselves have written stands in the dump as it became.
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    const Travel travel = travel_of(table->name);
    if (travel == Travel::transient) continue;
    rows.run("delete from " + quoted(table->name), {});
  }
  ChecksAtEnd checks{rows, tables};
  giver.rewind();
  std::int64_t count = 0;
  while (const auto given = giver.next_table()) {
    const auto table = std::ranges::find(tables, given->name, &StoredTable::name);
    if (table == tables.end() || !has_columns(*table, *given)) giver.refuse_table();
    std::vector<std::string_view> columns;
    for (const DumpedColumn& column : given->columns) columns.push_back(column.name);
    count += rows.load(given->name, columns,
                       [&](std::span<Parameter> values) { return giver.next_row(values); });
    if (table->numbers_itself) continue_numbers(rows, *table, given->last_number);
  }
  checks.check();
  return count;
}

}  // namespace

Result<std::int64_t> put_in(Database& database, DumpGiver& giver, int step,
                            const std::string& file) {
  const auto steps = steps_to(step, file);
  if (!steps) return steps.error();
  const auto made = migrate(database, *steps);
  // Tables that went further than the dump are there: what is to be done is said by why_not.
  if (!made && made.error().code != FaultCode::database_newer) return made.error();
  if (auto refusal = why_not(database, step, file)) return *std::move(refusal);
  if (!made) return made.error();
  std::int64_t count = 0;
  database.act([&](Connection& rows) { count = put_rows(rows, giver); });
  if (const auto walked = migrate(database, migrations()); !walked) return walked.error();
  return count;
}

}  // namespace vigie
