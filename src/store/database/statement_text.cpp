#include "store/database/statement_text.h"

#include "engine/base/require.h"

namespace vigie {

std::string quoted(std::string_view name) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
  require(!name.empty() && name.find_first_not_of(allowed) == std::string_view::npos,
          "tables and columns have plain names");
  return '"' + std::string{name} + '"';
}

std::string column_list(std::span<const std::string_view> columns, std::string_view prefix) {
  std::string list;
  for (const std::string_view column : columns) {
    if (!list.empty()) list += ", ";
    if (!prefix.empty()) list += std::string{prefix} + ".";
    list += quoted(column);
  }
  return list;
}

std::string insert_text(std::string_view table, std::span<const std::string_view> columns) {
  std::string values;
  for (std::size_t i = 1; i <= columns.size(); ++i) {
    values += (i == 1 ? "$" : ", $") + std::to_string(i);
  }
  return "insert into " + quoted(table) + " (" + column_list(columns) + ") values (" + values + ")";
}

std::string update_text(std::string_view table, std::span<const std::string_view> columns) {
  std::string text;
  std::size_t number = 0;
  for (const std::string_view column : columns) {
    text += (text.empty() ? "" : ", ") + quoted(column) + " = $" + std::to_string(++number);
  }
  return "update " + quoted(table) + " set " + text + " where id = $" + std::to_string(number + 1) +
         " and version = $" + std::to_string(number + 2);
}

}  // namespace vigie
