// What is made of the description of a row: its columns, how it is bound and read back.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/described.h"
#include "store/database/field_value.h"
#include "store/database/statement_text.h"

namespace vigie {

template <class Model>
constexpr std::array<std::string_view, field_count<Model>()> column_names() {
  return std::apply([](const auto&... fields) { return std::array{fields.name...}; },
                    fields_of<Model>);
}

/// `insert into "table" ("customer", "name") values ($1, $2)`: keep it, it is made each time.
template <class Model>
std::string insert_statement(std::string_view table) {
  return insert_text(table, column_names<Model>());
}

/// `update "table" set "customer" = $1, "name" = $2 where id = $3 and version = $4`.
template <class Model>
std::string update_statement(std::string_view table) {
  return update_text(table, column_names<Model>());
}

/// `"customer", "name"`; with a prefix `s`, `s."customer", s."name"`.
template <class Model>
std::string select_list(std::string_view prefix = {}) {
  return column_list(column_names<Model>(), prefix);
}

/// Fills the values of `$1` and on, in the order of the columns. They point into `model`.
template <class Model>
void put_values(const Model& model, std::span<Parameter> values) {
  std::apply(
      [&](const auto&... fields) {
        std::size_t i = 0;
        ((values[i++] = FieldValue<std::remove_cvref_t<decltype(model.*(fields.member))>>::to_sql(
              model.*(fields.member))),
         ...);
      },
      fields_of<Model>);
}

template <class Model>
std::array<Parameter, field_count<Model>()> values_of(const Model& model) {
  std::array<Parameter, field_count<Model>()> values;
  put_values(model, values);
  return values;
}

/// The model in the columns of `row` from `first` on. Throws `DatabaseError` (`damaged`) for a
/// value that no program of this version has written; a null where none may be is our fault.
template <class Model>
Model row_from(const Row& row, int first = 0) {
  Model model{};
  std::apply(
      [&](const auto&... fields) {
        int column = first;
        ((model.*(fields.member) =
              FieldValue<std::remove_cvref_t<decltype(model.*(fields.member))>>::from_sql(
                  row, column++)),
         ...);
      },
      fields_of<Model>);
  return model;
}

}  // namespace vigie
