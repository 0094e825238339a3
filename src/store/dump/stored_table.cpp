#include "store/dump/stored_table.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/base/require.h"
#include "store/database/statement_text.h"

namespace vigie {

namespace {

using Tables = std::map<std::string, StoredTable, std::less<>>;

ColumnForm form_of(std::string_view type) {
  if (type == "TEXT" || type == "text") return ColumnForm::text;
  if (type == "BLOB" || type == "bytea") return ColumnForm::bytes;
  const bool is_whole = type == "INTEGER" || type == "int8" || type == "int2" || type == "int4";
  require(is_whole, "a column has a type of the tokens of migrations");
  return ColumnForm::whole;
}

void add_reference(StoredTable& table, const std::string& to, const std::string& column,
                   const std::string& its_column, bool is_alone) {
  if (to == table.name) {
    table.refers_to_itself = true;
  } else {
    table.refers_to.push_back(to);
  }
  for (StoredColumn& each : table.columns) {
    if (!is_alone || each.name != column) continue;
    each.refers_to = to;
    each.its_column = its_column;
  }
}

// Table, column, type, place in the key from 1, whether it may be null, whether it numbers itself.
constexpr std::string_view sqlite_columns =
    "select m.name, c.name, upper(c.type), c.pk, c.\"notnull\" = 0 and c.pk = 0,"
    " c.pk = 1 and m.sql like '%autoincrement%'"
    " from sqlite_master m join pragma_table_info(m.name) c"
    " where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid";
constexpr std::string_view postgresql_columns =
    "select cast(t.relname as text), cast(c.attname as text), cast(y.typname as text),"
    " coalesce(cast((select k.place from unnest(p.indkey) with ordinality as k (number, place)"
    "  where k.number = c.attnum) as bigint), 0),"
    " cast(not c.attnotnull as int), cast(c.attidentity <> '' as int)"
    " from pg_class t join pg_attribute c on c.attrelid = t.oid and c.attnum > 0"
    "  and not c.attisdropped join pg_type y on y.oid = c.atttypid"
    " left join pg_index p on p.indrelid = t.oid and p.indisprimary"
    " where t.relkind = 'r' and t.relnamespace = cast('public' as regnamespace)"
    " order by t.relname collate \"C\", c.attnum";

// Table, column, table and column that it refers to, how many columns do so together.
constexpr std::string_view sqlite_references =
    "select m.name, f.\"from\", f.\"table\","
    " coalesce(f.\"to\", (select k.name from pragma_table_info(f.\"table\") k where k.pk = 1)),"
    " (select count(*) from pragma_foreign_key_list(m.name) o where o.id = f.id)"
    " from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'"
    " order by m.name, f.id, f.seq";
constexpr std::string_view postgresql_references =
    "select cast(t.relname as text), cast(c.attname as text), cast(o.relname as text),"
    " cast(d.attname as text), cast(cardinality(f.conkey) as bigint)"
    " from pg_constraint f join pg_class t on t.oid = f.conrelid"
    " join pg_class o on o.oid = f.confrelid"
    " join pg_attribute c on c.attrelid = t.oid and c.attnum = f.conkey[1]"
    " join pg_attribute d on d.attrelid = o.oid and d.attnum = f.confkey[1]"
    " where f.contype = 'f' and t.relnamespace = cast('public' as regnamespace)"
    " order by t.relname collate \"C\", c.attnum";

Tables tables_in(Connection& rows) {
  const bool is_sqlite = rows.dialect() == Dialect::sqlite;
  Tables tables;
  std::map<std::string, std::map<std::int64_t, std::string>> keys;
  rows.run(is_sqlite ? sqlite_columns : postgresql_columns, {}, [&](const Row& row) {
    StoredTable& table = tables[std::string{row.text(0)}];
    table.name = row.text(0);
    table.columns.push_back({.name = std::string{row.text(1)},
                             .form = form_of(row.text(2)),
                             .may_be_null = row.whole(4) != 0,
                             .refers_to = {},
                             .its_column = {}});
    if (row.whole(3) > 0) keys[table.name][row.whole(3)] = table.columns.back().name;
    if (row.whole(5) != 0) table.numbers_itself = true;
  });
  rows.run(is_sqlite ? sqlite_references : postgresql_references, {}, [&](const Row& row) {
    add_reference(tables[std::string{row.text(0)}], std::string{row.text(2)},
                  std::string{row.text(1)}, std::string{row.text(3)}, row.whole(4) == 1);
  });
  for (auto& [name, table] : tables) {
    for (const auto& [place, column] : keys[name]) table.key.push_back(column);
    std::ranges::sort(table.refers_to);
    const auto rest = std::ranges::unique(table.refers_to);
    table.refers_to.erase(rest.begin(), rest.end());
  }
  return tables;
}

}  // namespace

const StoredColumn* StoredTable::find(std::string_view column) const {
  const auto found = std::ranges::find(columns, column, &StoredColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

std::vector<StoredTable> stored_tables(Connection& rows) {
  Tables left = tables_in(rows);
  std::vector<StoredTable> ordered;
  while (!left.empty()) {
    const auto next = std::ranges::find_if(left, [&](const auto& each) {
      return std::ranges::none_of(each.second.refers_to,
                                  [&](const std::string& to) { return left.contains(to); });
    });
    require(next != left.end(), "tables do not refer to each other in a circle");
    ordered.push_back(std::move(next->second));
    left.erase(next);
  }
  return ordered;
}

std::int64_t last_number(Connection& rows, const StoredTable& table) {
  std::int64_t last = 0;
  const auto take = [&](const Row& row) { last = row.whole(0); };
  if (rows.dialect() == Dialect::sqlite) {
    rows.run("select seq from sqlite_sequence where name = $1",
             std::array<Parameter, 1>{std::string_view{table.name}}, take);
  } else {
    rows.run(
        "select coalesce(pg_sequence_last_value(cast(pg_get_serial_sequence($1, $2) as"
        " regclass)), 0)",
        std::array<Parameter, 2>{std::string_view{table.name}, std::string_view{table.key.front()}},
        take);
  }
  return last;
}

void continue_numbers(Connection& rows, const StoredTable& table, std::int64_t last) {
  if (rows.dialect() == Dialect::postgresql) {
    rows.run(
        "select setval(cast(pg_get_serial_sequence($1, $2) as regclass), $3, $4 > 0)",
        std::array<Parameter, 4>{std::string_view{table.name}, std::string_view{table.key.front()},
                                 std::max<std::int64_t>(last, 1), last});
    return;
  }
  rows.run("delete from sqlite_sequence where name = $1",
           std::array<Parameter, 1>{std::string_view{table.name}});
  rows.run("insert into sqlite_sequence (name, seq) values ($1, $2)",
           std::array<Parameter, 2>{std::string_view{table.name}, last});
}

}  // namespace vigie
