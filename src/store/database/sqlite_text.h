// Statements as SQLite wants them.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// `sql` with each `$n` turned into `?n`, outside of literals, quoted names and comments: SQLite
/// numbers `$n` by first appearance, so that `select $2, $1` would come back swapped.
/// Source: design E8.
std::string sqlite_text_of(std::string_view sql);

}  // namespace vigie
