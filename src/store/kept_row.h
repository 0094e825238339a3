// Rows that have a reference, a version and a name by which people find them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database/connection.h"
#include "store/database/table_of.h"
#include "store/scope.h"

namespace vigie {

/// A row and its key.
template <class Described>
struct KeptRow {
  Key<Described> key{};
  Described row;
};

/// Where a list goes on: after this folded name and this key.
struct NamePlace {
  std::string name_sort;
  std::int64_t key = 0;
};

/// What a page of such a list is asked for.
struct NamedPage {
  NamePlace after;
  std::vector<std::string> words;  // folded: each is in the name or begins the reference
  std::int64_t most = 0;
};

/// " and (t.name_sort like $4 ... )" for each word, its values added to `values`. `sort` is the
/// folded column. Source: design E9.
std::string words_condition(const std::vector<std::string>& words, std::string_view sort,
                            std::vector<Parameter>& values);

/// The words of what someone looks for, folded; none of it: no words.
std::vector<std::string> words_of(std::string_view search);

template <class Described>
const std::string& select_kept() {
  static const std::string text =
      "select t.id, " + select_list<Described>("t") + " from " + table_name<Described>() + " t";
  return text;
}

template <class Described>
KeptRow<Described> kept_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<Described>(row, 1)};
}

/// None when there is none. Whether it may be seen is for who asks.
template <class Described>
std::optional<KeptRow<Described>> kept_by_reference(Connection& rows, std::string_view reference) {
  static const std::string select = select_kept<Described>() + " where t.reference = $1";
  std::optional<KeptRow<Described>> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = kept_from<Described>(row); });
  return found;
}

/// The reference of a row; the caller's promise that it may be said.
template <class Described>
std::string reference_of(Connection& rows, Key<Described> key) {
  static const std::string select =
      "select reference from " + table_name<Described>() + " where id = $1";
  std::string reference;
  rows.run(select, std::array<Parameter, 1>{key.value},
           [&](const Row& row) { reference = row.text(0); });
  return reference;
}

/// Throws `DatabaseError` (`not_unique`) when the reference is taken.
template <class Described>
Key<Described> add_kept(Connection& rows, const Described& row) {
  static const std::string insert =
      insert_statement<Described>(key_of(table_of<Described>)) + " returning id";
  Key<Described> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

/// Writes all fields where the version is the one before `row.version`; false when it is not.
template <class Described>
bool change_kept(Connection& rows, Key<Described> key, const Described& row) {
  static const std::string update = update_statement<Described>(key_of(table_of<Described>));
  std::array<Parameter, field_count<Described>() + 2> values;
  put_values(row, values);
  values[field_count<Described>()] = key.value;
  values[field_count<Described>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

/// In the order of their folded names, which `sort` holds; at most so many.
template <class Described>
std::vector<KeptRow<Described>> kept_after(Connection& rows, std::string_view sort,
                                           const Scope& scope, const BelongingColumns& columns,
                                           const NamedPage& page) {
  const std::string column = "t." + std::string{sort};
  std::vector<Parameter> values{page.after.name_sort, page.after.key, page.most};
  std::string select = select_kept<Described>() + " where (" + column + ", t.id) > ($1, $2) and " +
                       scope_condition(scope, columns, values);
  select += words_condition(page.words, column, values);
  std::vector<KeptRow<Described>> found;
  rows.run(select + " order by " + column + ", t.id limit $3", values,
           [&](const Row& row) { found.push_back(kept_from<Described>(row)); });
  return found;
}

}  // namespace vigie
