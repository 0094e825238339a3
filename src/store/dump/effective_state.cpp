#include "store/dump/effective_state.h"

#include <algorithm>
#include <array>

#include "engine/base/require.h"
#include "store/database/statement_text.h"
#include "store/dump/travel.h"
#include "store/ticket/in_effect.h"

namespace vigie {

namespace {

// Of the store, not of the world: how often a row was written, by which act, with which seal. The
// name alone does not say so: a release has a version that is a text, a document a rank of its own.
constexpr std::array<std::string_view, 4> of_store{"seal", "touched", "loaded_by", "published_act"};

bool is_of_store(const StoredTable& table, const StoredColumn& column) {
  if (column.name == "version") return column.form == ColumnForm::whole;
  if (column.name == "rank") return table.find("act") != nullptr;
  return std::ranges::find(of_store, column.name) != of_store.end();
}

const StoredTable& table_named(const std::vector<StoredTable>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &StoredTable::name);
  require(found != all.end(), "a column refers to a table of the database");
  return *found;
}

bool is_left_out(const StoredTable& table, const StoredColumn& column) {
  if (is_of_store(table, column)) return true;
  if (table.numbers_itself && column.name == table.key.front()) return true;
  return column.form == ColumnForm::whole && !column.refers_to.empty() &&
         travel_of(column.refers_to) != Travel::kept;
}

/// Whether what it holds is a key of the store, which has no meaning elsewhere.
bool is_key(const StoredColumn& column) {
  return column.form == ColumnForm::whole && !column.refers_to.empty();
}

struct Named {
  std::string expression;
  ColumnForm form{};
};

/// What the row of `to` whose `its_column` is `key` is called: its reference, else that of the one
/// thing that it belongs to, else its key.
Named name_of(const std::vector<StoredTable>& all, const StoredColumn& column,
              const std::string& key, int depth) {
  const StoredTable& to = table_named(all, column.refers_to);
  const std::string alias = "n" + std::to_string(depth);
  const auto asked = [&](const std::string& expression) {
    return "(select " + expression + " from " + quoted(to.name) + " " + alias + " where " + alias +
           "." + quoted(column.its_column) + " = " + key + ")";
  };
  if (to.find("reference") != nullptr) {
    return {asked(alias + ".reference"), ColumnForm::text};
  }
  for (const StoredColumn& each : to.columns) {
    if (each.refers_to.empty() || each.may_be_null || travel_of(each.refers_to) != Travel::kept) {
      continue;
    }
    const Named inner = name_of(all, each, alias + "." + quoted(each.name), depth + 1);
    return {asked(inner.expression), inner.form};
  }
  return {key, column.form};
}

/// Rows that an import brought count while it is published.
std::string condition_of(const StoredTable& table) {
  if (table.find("loaded_by") == nullptr) return {};
  return " where " + in_effect("t");
}

}  // namespace

EffectiveQuestion effective_question(const StoredTable& table,
                                     const std::vector<StoredTable>& all) {
  EffectiveQuestion question{.table = {.name = table.name, .columns = {}}, .select = "select "};
  std::string order;
  for (const StoredColumn& column : table.columns) {
    if (is_left_out(table, column)) continue;
    const std::string own = "t." + quoted(column.name);
    const Named named = is_key(column) ? name_of(all, column, own, 0) : Named{own, column.form};
    const std::string place = std::to_string(question.table.columns.size() + 1);
    question.select += (order.empty() ? "" : ", ") + named.expression;
    order += (order.empty() ? " order by " : ", ") + place + " nulls first";
    question.table.columns.push_back({column.name, named.form});
  }
  question.select += " from " + quoted(table.name) + " t" + condition_of(table) + order;
  return question;
}

}  // namespace vigie
