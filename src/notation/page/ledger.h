// A penalty ledger: for people line by line, for programs as JSON and CSV.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "notation/json/json_writer.h"
#include "notation/page/ledger_words.h"
#include "notation/page/page_style.h"

namespace vigie {

/// Each amount with its derivation, then the totals of its period, as many lines as it takes.
/// Without lines: a sentence that says so.
std::string ledger_text(const LedgerView& view, const PageStyle& style);

/// One object, ended by a line feed: `as_of`, `engine`, `penalties`, `totals`.
/// Source: docs/reference/penalties.md.
struct LedgerRun {
  Instant as_of;
  std::string zones;
  std::string program_version;
  const std::vector<bool>* shown = nullptr;  // agreements, by index; none: all
};
std::string ledger_json(const LedgerView& view, const LedgerRun& run);

/// One line with its derivation, as in `ledger_json`.
std::string ledger_line_json(const LedgerLine& line, const LedgerView& view);

/// One line of CSV for each line of the ledger.
std::string ledger_csv(const LedgerView& view);

/// The lines of one agreement as an array; sentences only when `with_text`.
void write_ledger_lines(JsonWriter& json, const LedgerView& view, std::uint32_t agreement,
                        bool with_text);
/// The totals of one agreement as an array.
void write_ledger_totals(JsonWriter& json, const LedgerView& view, std::uint32_t agreement);

/// The penalties of one agreement in a scorecard: a table and its totals; empty without lines.
std::string penalties_section(const LedgerView& view, std::uint32_t agreement,
                              const PageStyle& style);

}  // namespace vigie
