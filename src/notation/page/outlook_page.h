// How the running periods will end, in a scorecard.
#pragma once

#include <string>
#include <vector>

#include "engine/outlook/outlook.h"
#include "notation/json/json_writer.h"
#include "notation/page/csv_sheet.h"
#include "notation/page/scorecard.h"

namespace vigie {

/// The section "This period", with its method. The card has an outlook.
std::string outlook_text(const Scorecard& card, const PageStyle& style);

/// The columns that only --outlook adds, and their lines: `record` is outlook for a target, where
/// `pending` counts what is open and in time, and outlook_amount for what the ends would cost.
std::vector<std::string> outlook_titles();
void add_outlook_lines(CsvSheet& sheet, const Scorecard& card);

/// "outlook": {"targets": [...], "amounts": [...]}
void write_outlook(JsonWriter& json, const Scorecard& card);

}  // namespace vigie
