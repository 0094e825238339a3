// Which table a described row lies in.
#pragma once

#include "store/database/fields.h"
#include "vocabulary/platform.h"

namespace vigie {

/// Specialised beside the row: `template <> inline constexpr Table table_of<SiteRow> =
/// Table::site;`
template <class Row>
inline constexpr Table table_of = Table::migration;

/// `"site"`, quoted.
template <class Row>
std::string table_name() {
  return quoted(key_of(table_of<Row>));
}

}  // namespace vigie
