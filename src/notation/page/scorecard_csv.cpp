#include "notation/closure/closed_section.h"
#include "notation/page/csv_sheet.h"
#include "notation/page/money_text.h"
#include "notation/page/outlook_page.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard.h"
#include "notation/page/scorecard_cells.h"

namespace vigie {
namespace {

std::vector<std::string> titles_of(const Scorecard& card) {
  std::vector<std::string> titles{"agreement",
                                  "version",
                                  "target",
                                  "metric",
                                  "period",
                                  "met",
                                  "missed",
                                  "measured",
                                  "excluded",
                                  "pending",
                                  "not_measurable",
                                  "merged",
                                  "cancelled",
                                  "overdue_open",
                                  "required",
                                  "attained",
                                  "statistic_seconds",
                                  "gross_met",
                                  "gross_missed",
                                  "claimed_met",
                                  "claimed_missed",
                                  "penalty_due",
                                  "penalty_held",
                                  "currency",
                                  "record",
                                  "cause",
                                  "booked_in",
                                  "line",
                                  "ticket"};
  for (const std::string& title : availability_titles()) titles.push_back(title);
  if (card.outlook != nullptr) {
    for (const std::string& title : outlook_titles()) titles.push_back(title);
  }
  return titles;
}

/// What was due of a target, and held, in a period or in all of them.
struct Penalties {
  Money due;
  Money held;
};

/// The lines of the ledger. Those without a target (the table of points) are in the ledger only.
void add_ledger(const Scorecard& card, const TargetResult& result, std::string_view period,
                Penalties& sum) {
  for (const auto& line : card.ledger->lines) {
    if (line.agreement != result.agreement || line.commitment != result.commitment) continue;
    if (!period.empty() && line.period != period) continue;
    Money& side = line.state == PenaltyState::held ? sum.held : sum.due;
    side.minor += line.nature == PenaltyNature::bonus ? -line.amount.minor : line.amount.minor;
  }
}

/// Closed periods left the ledger: what was due in them is what they were closed with.
void add_closed(const Scorecard& card, const TargetResult& result, std::string_view period,
                Penalties& sum) {
  const Agreement& agreement = card.terms.agreement(result.agreement);
  const std::string& target = agreement.commitments[result.commitment].id;
  for (const Closure& closure : card.closed->closures) {
    if (closure.agreement != agreement.id) continue;
    if (!period.empty() && closure.period != period) continue;
    for (const ClosedAmount& amount : closure.amounts) {
      if (amount.version != agreement.version || amount.target != target) continue;
      sum.due.minor += due_of(amount).minor;
      if (amount.state == PenaltyState::held) sum.held.minor += amount.amount.minor;
    }
  }
}

void put_penalties(CsvSheet& sheet, const Scorecard& card, const TargetResult& result,
                   std::string_view period) {
  if (card.ledger == nullptr) return;
  const Money none{0, card.terms.agreement(result.agreement).charges.currency};
  Penalties sum{.due = none, .held = none};
  add_ledger(card, result, period, sum);
  if (card.closed != nullptr) add_closed(card, result, period, sum);
  sheet.put("penalty_due", plain_amount(sum.due));
  sheet.put("penalty_held", plain_amount(sum.held));
  sheet.put("currency", key_of(none.currency));
}

/// The counts of one line: official, gross, claimed.
struct Counts {
  const Tally& net;
  const Tally& gross;
  const Tally& claimed;
};

void put_counts(CsvSheet& sheet, const Counts& counts) {
  put_tally(sheet, counts.net);
  sheet.put("gross_met", counts.gross.met);
  sheet.put("gross_missed", counts.gross.missed);
  sheet.put("claimed_met", counts.claimed.met);
  sheet.put("claimed_missed", counts.claimed.missed);
}

void begin_target(CsvSheet& sheet, const Scorecard& card, const TargetResult& result) {
  const Agreement& agreement = card.terms.agreement(result.agreement);
  const Commitment& commitment = agreement.commitments[result.commitment];
  sheet.begin_line();
  sheet.put_text("agreement", agreement.id);
  sheet.put("version", agreement.version);
  sheet.put_text("target", commitment.id);
  sheet.put("metric", key_of(commitment.metric));
}

void add_period(CsvSheet& sheet, const Scorecard& card, const TargetResult& result,
                const Attainment& period) {
  begin_target(sheet, card, result);
  sheet.put("record", "period");
  sheet.put_text("period", period.period);
  put_counts(sheet,
             {.net = period.net_agreed, .gross = period.gross, .claimed = period.net_claimed});
  if (period.required) sheet.put("required", ratio_cell(*period.required));
  if (period.attained) sheet.put("attained", truth_cell(*period.attained));
  if (period.statistic) sheet.put("statistic_seconds", seconds_json(*period.statistic));
  if (period.availability) put_availability(sheet, *period.availability);
  put_penalties(sheet, card, result, period.period);
}

void add_total(CsvSheet& sheet, const Scorecard& card, const TargetResult& result) {
  begin_target(sheet, card, result);
  sheet.put("record", "total");
  sheet.put("period", "total");
  put_counts(sheet,
             {.net = result.total, .gross = result.total_gross, .claimed = result.total_claimed});
  if (result.availability) put_availability(sheet, *result.availability);
  put_penalties(sheet, card, result, {});
}

}  // namespace

std::string scorecard_csv(const Scorecard& card) {
  CsvSheet sheet{titles_of(card)};
  for (const auto& result : card.evaluation.targets) {
    for (const auto& period : result.periods) add_period(sheet, card, result, period);
    add_total(sheet, card, result);
  }
  if (card.closed != nullptr) add_closed_lines(sheet, card);
  if (card.outlook != nullptr) add_outlook_lines(sheet, card);
  return sheet.text();
}

}  // namespace vigie
