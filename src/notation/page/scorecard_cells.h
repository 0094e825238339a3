// Cells that the lines of a scorecard's CSV share.
#pragma once

#include <string>
#include <vector>

#include "engine/compliance/evaluation.h"
#include "notation/page/csv_sheet.h"

namespace vigie {

/// "95/100", exact.
std::string ratio_cell(Ratio ratio);
std::string truth_cell(bool truth);

/// Each count of a tally, and `measured`.
void put_tally(CsvSheet& sheet, const Tally& tally);

/// The columns of an availability: raw, committed, gross, claimed, and what is beside them.
std::vector<std::string> availability_titles();
void put_availability(CsvSheet& sheet, const Availability& figures);
/// Now less closed, in the same columns; without rates, which the lengths give.
void put_availability_difference(CsvSheet& sheet, const Availability& closed,
                                 const Availability& now);

}  // namespace vigie
