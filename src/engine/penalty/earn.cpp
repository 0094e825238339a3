#include "engine/penalty/earn.h"

#include <algorithm>

#include "engine/penalty/figure.h"

namespace vigie {

namespace {

/// A period of the target after the one that was missed.
struct Later {
  const Attainment* attainment = nullptr;
  PeriodDays days;
  bool is_kept = false;
};

class EarnBackKeeper {
 public:
  EarnBackKeeper(const Contract& contract, const Draft& draft)
      : contract_(contract), draft_(draft), rule_(*schedule_of(contract, draft).earn_back) {}

  /// What followed: enough kept, one that was not, or not enough yet.
  void follow() {
    for (const Later& later : periods_after()) {
      if (kept_ == rule_.periods) return;
      if (!later.is_kept) {
        lost_ = later;
        return;
      }
      last_ = later;
      ++kept_;
    }
  }

  void settle(Draft& draft, Drafts& returned) const {
    std::vector<LedgerStep>& steps = draft.line.steps;
    if (lost_.attainment != nullptr) {
      say(steps, LedgerTopic::earn_back, LedgerStepWord::earn_back_lost,
          {{"period", lost_.attainment->period}, {"required", required()}});
    } else if (kept_ < rule_.periods) {
      say(steps, LedgerTopic::earn_back, LedgerStepWord::earn_back_pending,
          {{"kept", std::int64_t{kept_}}, {"periods", std::int64_t{rule_.periods}}});
    } else if (rule_.as == EarnBackAs::cancelled) {
      draft.line.amount.minor -= part();
      show(steps, LedgerTopic::earn_back, draft.line.amount, LedgerStepWord::earn_back_cancelled,
           {{"share", rule_.share}, {"period", last_.attainment->period}})
          .running = Exact{draft.line.amount.minor};
    } else {
      say(steps, LedgerTopic::earn_back, LedgerStepWord::earn_back_returned,
          {{"share", rule_.share}, {"period", last_.attainment->period}});
      returned.push_back(given_back());
    }
  }

 private:
  const Commitment& commitment() const {
    return contract_.agreement(draft_.line.agreement).commitments[*draft_.line.commitment];
  }

  Ratio required() const {
    return rule_.required.value_or(commitment().measurement.required.value_or(Ratio{1, 1}));
  }

  std::int64_t part() const {
    return rounded(Exact{draft_.line.amount.minor} * Exact{rule_.share});
  }

  std::vector<Later> periods_after() const {
    std::vector<Later> later;
    for (const std::uint32_t version : contract_.versions) {
      const Agreement& agreement = contract_.agreement(version);
      for (const TargetResult* result : contract_.results(version)) {
        const Commitment& target = agreement.commitments[result->commitment];
        if (target.id != commitment().id) continue;
        for (const Attainment& one : result->periods) {
          const PeriodDays days = days_of(contract_, version, target, one);
          if (days.end <= draft_.days.end || one.provisional || !counts(one)) continue;
          later.push_back({&one, days,
                           is_kept({.version = version,
                                    .commitment = result->commitment,
                                    .attainment = &one,
                                    .days = days})});
        }
      }
    }
    std::stable_sort(later.begin(), later.end(),
                     [](const Later& a, const Later& b) { return a.days.first < b.days.first; });
    return whole_periods(later);
  }

  /// Stretches of one period are kept together.
  static std::vector<Later> whole_periods(const std::vector<Later>& stretches) {
    std::vector<Later> periods;
    for (const Later& stretch : stretches) {
      if (!periods.empty() && periods.back().days.name == stretch.days.name) {
        periods.back().is_kept &= stretch.is_kept;
      } else {
        periods.push_back(stretch);
      }
    }
    return periods;
  }

  bool is_kept(const Occasion& occasion) const {
    const Attainment& one = *occasion.attainment;
    const bool attained = one.attained.value_or(one.net_agreed.missed == 0);
    if (!rule_.required || !one.rate) return attained;
    const bool has_schedule = contract_.agreement(occasion.version).penalties.has_value();
    const Exact rate =
        has_schedule ? compared_rate(contract_, occasion, Exact{*one.rate}) : Exact{*one.rate};
    return rate >= Exact{*rule_.required};
  }

  /// In the period that earned it, or in which the line became due when that is later.
  Draft given_back() const {
    const LedgerLine& line = draft_.line;
    const Money amount{-part(), line.amount.currency};
    Draft draft{.line = {.kind = LedgerLineKind::earned_back,
                         .agreement = line.agreement,
                         .clause = line.clause,
                         .commitment = line.commitment,
                         .period = last_.attainment->period,
                         .interval = last_.attainment->interval,
                         .ticket = line.ticket,
                         .incident = line.incident,
                         .nature = line.nature,
                         .computed = amount,
                         .amount = amount,
                         .due_in = last_.attainment->period},
                .clause = draft_.clause,
                .days = last_.days,
                .order = draft_.order,
                .ticket = draft_.ticket};
    show(draft.line.steps, LedgerTopic::earn_back, amount, LedgerStepWord::earned_back_of,
         {{"share", rule_.share},
          {"line", draft_.ticket.empty() ? name_of(draft_) : name_of(draft_) + " " + draft_.ticket},
          {"period", line.period},
          {"amount", line.amount},
          {"periods", std::int64_t{rule_.periods}}});
    return draft;
  }

  const Contract& contract_;
  const Draft& draft_;
  const EarnBack& rule_;
  int kept_ = 0;
  Later last_;
  Later lost_;
};

}  // namespace

void apply_earn_back(const Contract& contract, Drafts& drafts) {
  Drafts returned;
  for (Draft& draft : drafts) {
    const LedgerLine& line = draft.line;
    const bool is_due = line.state == PenaltyState::computed && line.amount.minor > 0 &&
                        !is_bonus(draft) && line.commitment;
    if (!schedule_of(contract, draft).earn_back || !is_due) continue;
    if (!draft.clause->earns_back) {
      say(draft.line.steps, LedgerTopic::earn_back, LedgerStepWord::earn_back_excluded);
      continue;
    }
    EarnBackKeeper keeper{contract, draft};
    keeper.follow();
    keeper.settle(draft, returned);
  }
  std::move(returned.begin(), returned.end(), std::back_inserter(drafts));
  sort_by_time(drafts);
}

}  // namespace vigie
