// Histories as the bytes of a columnar file.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "engine/ticket/histories.h"

namespace vigie {

/// All that a file holds. `histories` are settled: their events stand side by side.
struct HistoriesToWrite {
  const Histories& histories;
  const Names& names;
  const Findings& findings;           // of reading
  std::optional<std::uint64_t> rows;  // of the source
  std::string_view outages;           // canonical lines, kept as they are
};

/// Gives the bytes in order to `write`, in large pieces. The same histories give the same bytes.
/// Source: design E4.
void write_histories(const HistoriesToWrite& all,
                     const std::function<void(std::string_view)>& write);

}  // namespace vigie
