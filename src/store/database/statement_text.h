// Statements that are made, not written: their names are ours, and quoted all the same.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// `"name"`. Names are lower case letters, digits and underscores, and may be words of SQL.
std::string quoted(std::string_view name);

/// `"a", "b"`; with a prefix, `t."a", t."b"`.
std::string column_list(std::span<const std::string_view> columns, std::string_view prefix = {});

/// `insert into "table" ("a", "b") values ($1, $2)`.
std::string insert_text(std::string_view table, std::span<const std::string_view> columns);

/// `update "table" set "a" = $1, "b" = $2 where "id" = $3 and "version" = $4`.
std::string update_text(std::string_view table, std::span<const std::string_view> columns);

}  // namespace vigie
