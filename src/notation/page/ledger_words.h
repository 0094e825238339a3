// The cells and sentences of a penalty ledger, put into words.
#pragma once

#include <string>

#include "engine/clock/terms.h"
#include "engine/penalty/ledger.h"
#include "vocabulary/words.h"

namespace vigie {

/// A ledger with what its lines name.
struct LedgerView {
  const Ledger& ledger;
  const Terms& terms;
  const Names& names;
  Language language = Language::en;
};

/// A figure of a step: an amount, a rate, "x 2", a length, a day.
std::string figure_text(const LedgerValue& value, std::uint32_t agreement, const LedgerView& view);

/// The sentence of a step with its arguments.
std::string step_text(const LedgerStep& step, std::uint32_t agreement, const LedgerView& view);

/// "7.3 Response P1": the clause of its document, and its label, else its id.
std::string line_label(const LedgerLine& line, const LedgerView& view);

/// Id of the line in its schedule; of the table of points: "points".
std::string line_id(const LedgerLine& line, const LedgerView& view);

/// "acme@2 Nov 2026: 2,400.00 EUR due, 600.00 EUR held".
std::string ledger_total_text(const LedgerTotal& total, const LedgerView& view);

}  // namespace vigie
