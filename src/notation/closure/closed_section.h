// What a scorecard shows of closed periods: their figures as closed, and what moved since.
#pragma once

#include <string>
#include <vector>

#include "engine/closure/regularise.h"
#include "notation/json/json_writer.h"
#include "notation/page/csv_sheet.h"
#include "notation/page/scorecard.h"

namespace vigie {

struct ClosedPeriods {
  const std::vector<Closure>& closures;
  const Regularised& regularised;
};

/// The closed figure of a target and period; null when the period is open.
const ClosedTarget* closed_target(const Scorecard& card, const TargetResult& result,
                                  const std::string& period);

/// The closures, pages of the closures when the card is by period, and the lines of regularisation.
/// The card has closed periods.
std::string closed_text(const Scorecard& card, const PageStyle& style);

/// "closures" and "regularisations", and "penalty_regularisations".
void write_closed(JsonWriter& json, const Scorecard& card);

/// One line per cause of a figure that moved, and one per amount: what is counted is a difference.
/// Their `record` is regularisation or penalty_regularisation. The sheet is that of a scorecard.
void add_closed_lines(CsvSheet& sheet, const Scorecard& card);

}  // namespace vigie
