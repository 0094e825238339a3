// Rows described once: their columns, how they are bound and how they are read back.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "store/database/field_value.h"
#include "store/database/statement_text.h"

namespace vigie {

template <class Model, class Type>
struct Field {
  std::string_view name;  // of the column
  Type Model::* member;
  std::string_view meaning;  // a sentence, for the reference
};

template <class Model, class Type>
constexpr Field<Model, Type> field(std::string_view name, Type Model::* member,
                                   std::string_view meaning) {
  return {name, member, meaning};
}

/// The fields of a plain struct, in the order of its columns. Specialised beside it:
///
///     template <>
///     inline constexpr auto fields_of<SiteRow> = std::tuple{
///         field("customer", &SiteRow::customer, "Party that occupies the site."),
///         field("name", &SiteRow::name, "Shown to people; unique for a customer."),
///     };
///
/// What is made of it below is used in one .cpp a group of models. Source: design E14.
template <class Model>
inline constexpr std::tuple<> fields_of{};

template <class Model>
constexpr std::size_t field_count() {
  constexpr auto count = std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<Model>)>>;
  static_assert(count > 0, "describe the row: specialise fields_of");
  return count;
}

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
