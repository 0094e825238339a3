// The seal of one row.
#pragma once

#include "store/journal/rows.h"
#include "store/journal/seal_maker.h"

namespace vigie {

/// A field that says nothing adds nothing.
template <class Value>
void add_later(SealMaker& maker, std::string_view name, const std::optional<Value>& value) {
  if (value) maker.add(name).add(FieldValue<Value>::to_sql(*value));
}

/// Over the table and the sealed fields of `row`, in their order, then its later ones.
template <class Row>
Bytes seal_of(const SealingKey& key, const Row& row) {
  SealMaker maker{key};
  maker.add(key_of(table_of<Row>));
  std::apply(
      [&](const auto&... fields) {
        (maker.add(FieldValue<std::remove_cvref_t<decltype(row.*(fields.member))>>::to_sql(
             row.*(fields.member))),
         ...);
      },
      sealed_fields_of<Row>);
  std::apply(
      [&](const auto&... fields) { (add_later(maker, fields.name, row.*(fields.member)), ...); },
      later_fields_of<Row>);
  return maker.bytes();
}

/// The columns of a sealed row: its fields, then its seal.
template <class Row>
std::vector<std::string_view> sealed_columns() {
  std::vector<std::string_view> columns;
  for (const std::string_view column : column_names<Row>()) columns.push_back(column);
  columns.push_back("seal");
  return columns;
}

template <class Row>
std::string sealed_insert() {
  return insert_text(key_of(table_of<Row>), sealed_columns<Row>());
}

}  // namespace vigie
