#include <fmt/format.h>

#include "notation/closure/closed_section.h"
#include "notation/page/csv_cell.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard.h"

namespace vigie {
namespace {

constexpr std::string_view titles =
    "agreement,version,target,metric,period,met,missed,measured,excluded,pending,not_measurable,"
    "merged,cancelled,overdue_open,required,attained,statistic_seconds,gross_met,gross_missed,"
    "claimed_met,claimed_missed,penalty_due,penalty_held,currency\n";

struct Line {
  const Agreement& agreement;
  const Commitment& commitment;
  std::string_view period;
  const Tally& net;
  const Tally& gross;
  const Tally& claimed;
  std::string required;
  std::string attained;
  std::string statistic;
  std::string money;
};

/// The penalties of a target in a period, or in all of them: due, held, currency. Lines without a
/// target (the table of points) are in the ledger only.
std::string money_of(const Scorecard& card, const TargetResult& result, std::string_view period) {
  if (card.ledger == nullptr) return ",,";
  Money due{0, card.terms.agreement(result.agreement).charges.currency};
  Money held = due;
  for (const auto& line : card.ledger->lines) {
    if (line.agreement != result.agreement || line.commitment != result.commitment) continue;
    if (!period.empty() && line.period != period) continue;
    auto& sum = line.state == PenaltyState::held ? held : due;
    sum.minor += line.nature == PenaltyNature::bonus ? -line.amount.minor : line.amount.minor;
  }
  return fmt::format("{},{},{}", plain_amount(due), plain_amount(held), key_of(due.currency));
}

std::string line_text(const Line& line) {
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                     csv_cell(line.agreement.id), line.agreement.version,
                     csv_cell(line.commitment.id), key_of(line.commitment.metric),
                     csv_cell(line.period), line.net.met, line.net.missed, line.net.measured(),
                     line.net.excluded, line.net.pending, line.net.not_measurable, line.net.merged,
                     line.net.cancelled, line.net.overdue_open, line.required, line.attained,
                     line.statistic, line.gross.met, line.gross.missed, line.claimed.met,
                     line.claimed.missed, line.money);
}

}  // namespace

std::string scorecard_csv(const Scorecard& card) {
  std::string text{titles};
  for (const auto& result : card.evaluation.targets) {
    const auto& agreement = card.terms.agreements()[result.agreement];
    const auto& commitment = agreement.commitments[result.commitment];
    for (const auto& period : result.periods) {
      text += line_text(
          {.agreement = agreement,
           .commitment = commitment,
           .period = period.period,
           .net = period.net_agreed,
           .gross = period.gross,
           .claimed = period.net_claimed,
           .required = period.required ? fmt::format("{}/{}", period.required->numerator,
                                                     period.required->denominator)
                                       : std::string{},
           .attained = period.attained ? (*period.attained ? "true" : "false") : "",
           .statistic = period.statistic ? seconds_json(*period.statistic) : std::string{},
           .money = money_of(card, result, period.period)});
    }
    text += line_text({.agreement = agreement,
                       .commitment = commitment,
                       .period = "total",
                       .net = result.total,
                       .gross = result.total_gross,
                       .claimed = result.total_claimed,
                       .required = {},
                       .attained = {},
                       .statistic = {},
                       .money = money_of(card, result, {})});
  }
  if (card.closed != nullptr) text += closed_csv(card);
  return text;
}

}  // namespace vigie
