#include "engine/penalty/assess.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/clock/calculation.h"
#include "engine/penalty/combination.h"
#include "engine/penalty/earn.h"
#include "engine/penalty/limit.h"
#include "engine/penalty/line.h"
#include "engine/penalty/points.h"
#include "engine/penalty/share.h"
#include "engine/penalty/share_supplier.h"

namespace vigie {

namespace {

void tell_deadlines(const PenaltySchedule& schedule, LedgerLine& line) {
  if (line.claim_until) {
    say(line.steps, LedgerTopic::deadline, LedgerStepWord::claim_by,
        {{"days", std::int64_t{*schedule.claim_within_days}}, {"last", *line.claim_until}});
  }
  if (schedule.observation_days && line.amount.minor > 0) {
    say(line.steps, LedgerTopic::deadline, LedgerStepWord::observe_within,
        {{"days", std::int64_t{*schedule.observation_days}}});
  }
}

/// What holds for every line: until when it may be claimed, and what made it. Design J10.
void tell_basis(const Contract& contract, Drafts& drafts) {
  for (Draft& draft : drafts) {
    LedgerLine& line = draft.line;
    const Agreement& agreement = contract.agreement(line.agreement);
    tell_deadlines(*agreement.penalties, line);
    if (line.provisional) {
      say(line.steps, LedgerTopic::basis, LedgerStepWord::period_not_over,
          {{"period", line.period}});
    }
    say(line.steps, LedgerTopic::basis, LedgerStepWord::calculated_by,
        {{"agreement", agreement.id + "@" + std::to_string(agreement.version)},
         {"version", std::int64_t{calculation_version}}});
  }
}

void assess_contract(const Contract& contract, Ledger& ledger) {
  Drafts drafts = lines_of(contract);
  add_points_tables(contract, drafts);
  combine(contract, drafts);
  apply_caps(contract, drafts);
  apply_threshold(contract, drafts);
  apply_earn_back(contract, drafts);
  apply_least_payout(contract, drafts);
  split_lines(contract, drafts);
  tell_basis(contract, drafts);
  for (Draft& draft : drafts) ledger.lines.push_back(std::move(draft.line));
}

void sort_lines(std::vector<LedgerLine>& lines) {
  const auto key = [](const LedgerLine& line) {
    constexpr std::uint32_t last = ~std::uint32_t{0};
    return std::tuple{line.agreement, line.interval.from, line.interval.to,
                      line.clause.value_or(last), line.commitment.value_or(last)};
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const LedgerLine& a, const LedgerLine& b) { return key(a) < key(b); });
}

class TotalBook {
 public:
  explicit TotalBook(const AssessRequest& request) : request_(request) {}

  void add(const LedgerLine& line) {
    began_.try_emplace(period_of(line.agreement, line.period), line.interval.from);
    LedgerTotal& own = total_of(line.agreement, line.period);
    own.points += line.kind == LedgerLineKind::clause ? line.points : 0;
    own.provisional |= line.provisional;
    if (line.state == PenaltyState::held) {
      own.held.minor += line.amount.minor;
      return;
    }
    const bool is_gain = line.nature == PenaltyNature::bonus;
    LedgerTotal& due = total_of(line.agreement, line.due_in);
    due.due.minor += is_gain ? -line.amount.minor : line.amount.minor;
    due.provisional |= line.provisional;
    if (line.due_in != line.period) due.released.minor += line.amount.minor;
  }

  /// By agreement, then in order of time.
  std::vector<LedgerTotal> close() && {
    std::stable_sort(totals_.begin(), totals_.end(),
                     [&](const LedgerTotal& a, const LedgerTotal& b) {
                       return std::pair{a.agreement, began_[period_of(a.agreement, a.period)]} <
                              std::pair{b.agreement, began_[period_of(b.agreement, b.period)]};
                     });
    return std::move(totals_);
  }

 private:
  /// Versions of one agreement share their periods.
  using PeriodOfContract = std::pair<std::string, std::string>;

  PeriodOfContract period_of(std::uint32_t agreement, const std::string& period) const {
    return {request_.terms.agreement(agreement).id, period};
  }

  LedgerTotal& total_of(std::uint32_t agreement, const std::string& period) {
    const auto known = std::find_if(totals_.begin(), totals_.end(), [&](const LedgerTotal& one) {
      return one.agreement == agreement && one.period == period;
    });
    if (known != totals_.end()) return *known;
    const Currency currency = request_.terms.agreement(agreement).charges.currency;
    LedgerTotal total{.agreement = agreement, .period = period};
    total.due.currency = total.held.currency = total.released.currency = currency;
    totals_.push_back(std::move(total));
    return totals_.back();
  }

  const AssessRequest& request_;
  std::vector<LedgerTotal> totals_;
  std::map<PeriodOfContract, Instant> began_;
};

std::vector<LedgerTotal> totals_of(const AssessRequest& request, const Ledger& ledger) {
  TotalBook book{request};
  for (const LedgerLine& line : ledger.lines) book.add(line);
  return std::move(book).close();
}

}  // namespace

Ledger assess(const AssessRequest& request) {
  Ledger ledger;
  for (const Contract& contract : contracts_of(request)) assess_contract(contract, ledger);
  sort_lines(ledger.lines);
  stand_back_to_back(request, ledger);
  ledger.totals = totals_of(request, ledger);
  return ledger;
}

}  // namespace vigie
