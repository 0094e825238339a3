#include "store/dump/dump_out.h"

#include "store/database/statement_text.h"
#include "store/dump/effective_state.h"
#include "store/dump/travel.h"

namespace vigie {

namespace {

/// Runs `select` and gives its rows one after the other. PostgreSQL holds an answer in memory: it
/// is asked for a piece at a time.
void stream(Connection& rows, const std::string& name, const std::string& select,
            const std::function<void(const Row&)>& each) {
  if (rows.dialect() == Dialect::sqlite) {
    rows.run(select, {}, each);
    return;
  }
  const std::string cursor = quoted("dump_" + name);
  rows.run_script("declare " + cursor + " no scroll cursor for " + select);
  const std::string fetch = "fetch 2000 from " + cursor;
  while (rows.run(fetch, {}, each) > 0) {
  }
  rows.run_script("close " + cursor);
}

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  return list;
}

std::string select_all(const StoredTable& table) {
  std::vector<std::string> columns;
  for (const StoredColumn& column : table.columns) columns.push_back(column.name);
  return "select " + list_of(columns) + " from " + quoted(table.name) + " order by " +
         list_of(table.key.empty() ? columns : table.key);
}

DumpedTable dumped(Connection& rows, const StoredTable& table) {
  DumpedTable dumped{.name = table.name, .columns = {}};
  for (const StoredColumn& column : table.columns) {
    dumped.columns.push_back({column.name, column.form});
  }
  if (table.numbers_itself) dumped.last_number = last_number(rows, table);
  return dumped;
}

}  // namespace

void read_out(Connection& rows, DumpContent content, DumpTaker& taker) {
  const std::vector<StoredTable> tables = stored_tables(rows);
  for (const StoredTable& table : tables) {
    const Travel travel = travel_of(table.name);
    if (travel == Travel::transient || travel == Travel::derived) continue;
    const auto take = [&](const Row& row) { taker.take(row); };
    if (content == DumpContent::portable) {
      taker.begin(dumped(rows, table));
      stream(rows, table.name, select_all(table), take);
    } else if (travel == Travel::kept) {
      const EffectiveQuestion question = effective_question(table, tables);
      taker.begin(question.table);
      stream(rows, "effective_" + table.name, question.select, take);
    }
  }
}

}  // namespace vigie
