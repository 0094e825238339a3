// Rows of an export as the cells that a profile names, whatever the format.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/finding.h"
#include "notation/profile/profile.h"

namespace vigie {

class ExportRows {
 public:
  virtual ~ExportRows() = default;

  /// Reads what comes before the first row. Faults: no row at all, or a column that the profile
  /// names and the export does not have, with those that it has.
  virtual std::vector<Fault> begin() = 0;

  /// False at the end. `cells` stand in the order of `columns_of(profile)` and are valid until the
  /// next call. `line` counts from 1. Rows that cannot be read are findings and passed over.
  virtual bool next(std::vector<std::string_view>& cells, std::uint64_t& line) = 0;

  /// Faults that are known only at the end: a column that no JSON row had.
  virtual std::vector<Fault> finish() { return {}; }
};

/// `source` begins the examples of findings; `profile` and `findings` outlive the rows.
std::unique_ptr<ExportRows> export_rows(const Profile& profile, NextPiece next, std::string source,
                                        Findings& findings);

}  // namespace vigie
