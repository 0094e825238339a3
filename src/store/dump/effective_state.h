// How the effective state of a table is asked for.
#pragma once

#include <string>

#include "store/dump/dump_out.h"

namespace vigie {

struct EffectiveQuestion {
  DumpedTable table;
  std::string select;  // its columns, in the order of their values
};

/// `all` are the tables of the database. Source: design E10, S5.
EffectiveQuestion effective_question(const StoredTable& table, const std::vector<StoredTable>& all);

}  // namespace vigie
