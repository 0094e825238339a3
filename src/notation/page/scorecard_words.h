// The sentences and cells that the tables of a scorecard share.
#pragma once

#include <string>
#include <vector>

#include "engine/agreement/agreement.h"
#include "notation/page/scorecard.h"
#include "notation/page/sentence.h"
#include "notation/page/table.h"
#include "vocabulary/page_text.h"

namespace vigie {

inline std::string said(PageText text, const std::vector<Argument>& arguments, DateStyle style) {
  return filled(word_of(text, style.language), arguments, style);
}

inline Argument counted(std::string_view name, std::uint64_t count) {
  return {name, static_cast<std::int64_t>(count)};
}

/// "4h in office": a limit in a narrow place.
std::string within_words(const Commitment& commitment, Language language);

/// "95 %", "95 % within 4h": what is required of a period; empty when nothing is.
/// `required` is the rate after the clauses of the period, else that of the agreement.
std::string required_words(const Measurement& measurement, std::optional<Ratio> required,
                           Language language);

/// "16,826 / 22,010", each side aligned over the tallies of one table.
class MetCells {
 public:
  explicit MetCells(Language language) : language_(language) {}
  void see(const Tally& tally);
  std::string cell(const Tally& tally) const;

 private:
  Language language_;
  std::size_t met_ = 0;
  std::size_t measured_ = 0;
};

/// A text of pages, as the title of a column or of a line.
std::string page_title(PageText text, Language language);

std::string rate_cell(const Tally& tally, Language language);

/// How many of the finished periods attained what was required, and how the current one stands.
Cell attained_cell(const TargetResult& result, Language language);
/// The same of one period; empty when nothing is promised of it.
Cell period_verdict(const Attainment& period, DateStyle style);
/// "partial, ramp-up": what one should know of a period.
std::string period_notes(const Attainment& period, DateStyle style);

/// The table of one agreement's targets, one line each, or one line each period.
std::string targets_table(const Scorecard& card, const std::vector<const TargetResult*>& results,
                          const PageStyle& style);
std::string periods_table(const Scorecard& card, const std::vector<const TargetResult*>& results,
                          const PageStyle& style);

/// Those of availability, whose figures are not counts of tickets.
std::string availability_table(const Scorecard& card,
                               const std::vector<const TargetResult*>& results,
                               const PageStyle& style);

}  // namespace vigie
