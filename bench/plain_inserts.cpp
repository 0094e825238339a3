// The rows that an import has brought, written again by plain prepared inserts into tables of the
// same form: what the rate of an import is held against. plain_inserts FROM TO, two databases.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "store/database/database.h"
#include "store/database/field_value.h"
#include "store/database/migrations.h"

namespace vigie {
namespace {

using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

enum class Form : std::uint8_t { whole, text, bytes };

struct Column {
  std::string name;
  Form form;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
  std::vector<Value> values;  // row after row
};

std::vector<Column> columns_of(Connection& rows, const std::string& table) {
  const std::string select =
      rows.dialect() == Dialect::sqlite
          ? "select name, lower(type) from pragma_table_info('" + table + "')"
          : "select cast(column_name as text), cast(data_type as text)"
            " from information_schema.columns where table_name = '" +
                table + "' order by ordinal_position";
  std::vector<Column> columns;
  rows.run(select, {}, [&](const Row& row) {
    const std::string type{row.text(1)};
    const bool is_whole = type.find("int") != std::string::npos;
    const bool is_text = type == "text";
    columns.push_back(
        {std::string{row.text(0)}, is_whole ? Form::whole : (is_text ? Form::text : Form::bytes)});
  });
  return columns;
}

Value value_of(const Row& row, int column, Form form) {
  if (row.is_null(column)) return std::monostate{};
  if (form == Form::whole) return row.whole(column);
  if (form == Form::text) return std::string{row.text(column)};
  return FieldValue<Bytes>::from_sql(row, column);
}

Table read_table(Database& database, const std::string& name) {
  Table table{.name = name, .columns = {}, .values = {}};
  database.read([&](Connection& rows) {
    table.columns = columns_of(rows, name);
    table.values.clear();
    std::string list;
    for (const Column& column : table.columns) list += (list.empty() ? "" : ", ") + column.name;
    rows.run("select " + list + " from " + name + " order by 1", {}, [&](const Row& row) {
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        table.values.push_back(value_of(row, static_cast<int>(i), table.columns[i].form));
      }
    });
  });
  return table;
}

struct AsParameter {
  Parameter operator()(std::monostate) const { return {}; }
  Parameter operator()(std::int64_t whole) const { return whole; }
  Parameter operator()(const std::string& text) const { return std::string_view{text}; }
  Parameter operator()(const Bytes& bytes) const { return BytesView{bytes}; }
};

std::size_t insert_all(Connection& rows, const Table& table) {
  std::string names;
  std::string places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    names += (i == 0 ? "" : ", ") + table.columns[i].name;
    places += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
  }
  const std::string insert =
      "insert into " + table.name + " (" + names + ") values (" + places + ")";
  std::vector<Parameter> values(table.columns.size());
  std::size_t count = 0;
  for (std::size_t at = 0; at < table.values.size(); at += values.size(), ++count) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = std::visit(AsParameter{}, table.values[at + i]);
    }
    rows.run(insert, values);
  }
  return count;
}

int compare(const std::string& from_url, const std::string& to_url) {
  const auto from = open_database({.url = from_url});
  const auto to = open_database({.url = to_url});
  if (!from || !to || !migrate(**to, migrations())) return 1;
  // What the rows refer to is there before the clock starts.
  for (const char* name : {"party", "person", "account", "act", "import"}) {
    const Table table = read_table(**from, name);
    (*to)->act([&](Connection& rows) { insert_all(rows, table); });
  }
  std::size_t count = 0;
  std::chrono::duration<double> took{};
  for (const char* name : {"ticket", "ticket_event", "ticket_clock", "import_ticket"}) {
    const Table table = read_table(**from, name);
    const auto begun = std::chrono::steady_clock::now();
    std::size_t rows_of_table = 0;
    (*to)->act([&](Connection& rows) { rows_of_table = insert_all(rows, table); });
    took += std::chrono::steady_clock::now() - begun;
    count += rows_of_table;
  }
  std::printf("%zu %.3f\n", count, took.count());
  return 0;
}

}  // namespace
}  // namespace vigie

int main(int count, char** arguments) {
  return count == 3 ? vigie::compare(arguments[1], arguments[2]) : 2;
}
