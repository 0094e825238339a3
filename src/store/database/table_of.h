// Which table a described row lies in.
#pragma once

#include "store/database/fields.h"
#include "vocabulary/platform.h"

namespace vigie {

/// Specialised beside the row: `template <> inline constexpr StoreTable table_of<SiteRow> =
/// StoreTable::site;`
template <class Row>
inline constexpr StoreTable table_of = StoreTable::migration;

/// `"site"`, quoted.
template <class Row>
std::string table_name() {
  return quoted(key_of(table_of<Row>));
}

}  // namespace vigie
