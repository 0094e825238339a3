// The tables whose rows are sealed, and how each is checked.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "store/journal/row_seal.h"
#include "store/journal/verify.h"

namespace vigie {

/// Seals of the rows of each act, by rank.
using SealsOfActs = std::map<std::int64_t, std::map<std::int64_t, Bytes>>;

/// Acts numbered `first` to `last`, both included.
struct ActRange {
  std::int64_t first;
  std::int64_t last;
};

/// Adds the seals of the rows of a table, as they are stored, and what is wrong with the rows.
using CheckRows = std::function<void(Connection& rows, const SealingKey& key, ActRange range,
                                     SealsOfActs& seals, Verification& found)>;

/// One a table with sealed rows.
std::vector<CheckRows> sealed_tables();

}  // namespace vigie
