#include "engine/penalty/line.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/penalty/base.h"
#include "engine/penalty/function.h"
#include "engine/penalty/line_allowance.h"
#include "engine/penalty/repeat.h"

namespace vigie {

namespace {

using Steps = std::vector<LedgerStep>;

/// The occasions of all the versions, by line of the schedule, in order of time.
std::vector<Occasion> occasions_of(const Contract& contract) {
  std::vector<Occasion> occasions;
  for (const std::uint32_t version : contract.versions) {
    const Agreement& agreement = contract.agreement(version);
    if (!agreement.penalties) continue;
    const auto results = contract.results(version);
    for (std::uint32_t k = 0; k < agreement.penalties->clauses.size(); ++k) {
      const auto& targets = agreement.penalties->clauses[k].targets;
      for (const TargetResult* result : results) {
        const Commitment& commitment = agreement.commitments[result->commitment];
        if (std::find(targets.begin(), targets.end(), commitment.id) == targets.end()) continue;
        for (const Attainment& attainment : result->periods) {
          occasions.push_back({.version = version,
                               .clause = k,
                               .commitment = result->commitment,
                               .result = result,
                               .attainment = &attainment,
                               .days = days_of(contract, version, commitment, attainment)});
        }
      }
    }
  }
  std::stable_sort(occasions.begin(), occasions.end(), [](const Occasion& a, const Occasion& b) {
    return std::tuple{a.days.end, a.days.first, a.clause} <
           std::tuple{b.days.end, b.days.first, b.clause};
  });
  return occasions;
}

bool is_of_missed(const PenaltyClause& clause) {
  const auto* bands = std::get_if<Bands>(&clause.function);
  return clause.measure == PenaltyMeasure::per_slice ||
         (bands != nullptr && bands->axis == Bands::Axis::missed);
}

class LineMaker {
 public:
  explicit LineMaker(const Contract& contract) : contract_(contract) {}

  Drafts make() {
    const std::vector<Occasion> occasions = occasions_of(contract_);
    for (const Occasion& occasion : occasions) {
      allowance_of(occasion).enter(occasion.days.name);
      if (!counts(*occasion.attainment)) continue;
      if (clause_of(occasion).measure == PenaltyMeasure::per_event) {
        add_tickets(occasion);
      } else {
        add_period(occasion);
      }
    }
    sort_by_time(drafts_);
    return std::move(drafts_);
  }

 private:
  using Key = std::pair<std::string, std::string>;  // ids of the line and of the target

  const Agreement& agreement_of(const Occasion& occasion) const {
    return contract_.agreement(occasion.version);
  }
  const PenaltyClause& clause_of(const Occasion& occasion) const {
    return agreement_of(occasion).penalties->clauses[occasion.clause];
  }
  Key key_of(const Occasion& occasion) const {
    return {clause_of(occasion).id, agreement_of(occasion).commitments[occasion.commitment].id};
  }
  Allowance& allowance_of(const Occasion& occasion) { return allowances_[clause_of(occasion).id]; }

  Draft draft_of(const Occasion& occasion) const {
    const PenaltyClause& clause = clause_of(occasion);
    Draft draft{.line = {.agreement = occasion.version,
                         .clause = occasion.clause,
                         .commitment = occasion.commitment,
                         .period = occasion.attainment->period,
                         .interval = occasion.attainment->interval,
                         .nature = clause.nature,
                         .due_in = occasion.attainment->period,
                         .provisional = occasion.attainment->provisional},
                .clause = &clause,
                .days = occasion.days};
    const auto& within = agreement_of(occasion).penalties->claim_within_days;
    if (within) {
      draft.line.claim_until = occasion.days.whole_next + std::chrono::days{*within - 1};
    }
    return draft;
  }

  /// The periods whose rates a rolling line averages, this one last; stretches of an earlier
  /// period that an amendment cut stand for it by the last of them.
  std::vector<const Occasion*> averaged(const Occasion& occasion) {
    const PenaltyClause& clause = clause_of(occasion);
    if (clause.measure != PenaltyMeasure::rolling || !occasion.attainment->rate) return {};
    auto& past = rated_[key_of(occasion)];
    std::vector<const Occasion*> taken{&occasion};
    for (auto it = past.rbegin(); it != past.rend(); ++it) {
      if (static_cast<int>(taken.size()) >= clause.rolling) break;
      if ((*it)->days.name != taken.back()->days.name) taken.push_back(*it);
    }
    std::reverse(taken.begin(), taken.end());
    past.push_back(&occasion);
    return taken;
  }

  void add_period(const Occasion& occasion) {
    const PenaltyClause& clause = clause_of(occasion);
    Draft draft = draft_of(occasion);
    Figure figure = figure_of(contract_, occasion, averaged(occasion), draft.line.steps);
    Steps rate_steps;
    if (is_of_missed(clause) && figure.missed) {
      *figure.missed -= allowance_of(occasion).take(clause, *figure.missed, rate_steps);
    }
    const auto yield =
        yield_of({clause, figure, agreement_of(occasion).charges.currency}, rate_steps);
    const bool forgiven = occasion.attainment->small_sample && !is_bonus(draft);
    const bool missed = yield && yield->value > Exact{0} && !forgiven;
    PastPeriods& past = past_[key_of(occasion)];
    if (missed || (yield && figure.attained == false && !forgiven)) {
      add(std::move(draft), occasion, *yield, std::move(rate_steps));
    }
    past.note(occasion.days.name, missed);
  }

  void add_tickets(const Occasion& occasion) {
    std::vector<const LateTicket*> late;
    for (const LateTicket& one : occasion.result->late) {
      if (one.period == occasion.attainment->period) late.push_back(&one);
    }
    std::stable_sort(late.begin(), late.end(),
                     [](const LateTicket* a, const LateTicket* b) { return a->due < b->due; });
    for (const LateTicket* one : late) add_ticket(occasion, *one);
    past_[key_of(occasion)].note(occasion.days.name, !late.empty());
  }

  void add_ticket(const Occasion& occasion, const LateTicket& late) {
    Draft draft = draft_of(occasion);
    draft.ticket = contract_.request.names.text(late.ticket);
    draft.line.ticket = late.ticket;
    draft.line.incident = late.incident;
    draft.line.provisional |= !late.ended_at;
    const Figure figure = figure_of_ticket(contract_, occasion, late, draft.line.steps);
    Steps rate_steps;
    const auto yield = yield_of(
        {clause_of(occasion), figure, agreement_of(occasion).charges.currency}, rate_steps);
    if (yield) add(std::move(draft), occasion, *yield, std::move(rate_steps));
  }

  /// The function's yield made an amount: its base, the weight, the repeat rule, what is free.
  void add(Draft draft, const Occasion& occasion, Yield yield, Steps rate_steps) {
    const PenaltyClause& clause = clause_of(occasion);
    Steps& steps = draft.line.steps;
    const BaseRequest base{contract_, occasion.version, clause.base, occasion.days, draft.ticket};
    draft.order = order_of(base);
    Exact exact = yield.value;
    if (yield.kind == Award::Kind::share) exact = exact * base_of(base, clause, steps);
    std::move(rate_steps.begin(), rate_steps.end(), std::back_inserter(steps));
    if (Exact{clause.weight} != Exact{1}) {
      show(steps, LedgerTopic::weight, Factor{Exact{clause.weight}}, LedgerStepWord::weighted);
      exact = exact * Exact{clause.weight};
    }
    exact = exact * past_[key_of(occasion)].multiplier(clause.repeat, occasion.days.name, steps);
    exact = less_free(occasion, yield, exact, steps);
    const Currency currency = agreement_of(occasion).charges.currency;
    if (yield.kind == Award::Kind::points) {
      draft.line.points = rounded(exact);
      show(steps, LedgerTopic::amount, draft.line.points, LedgerStepWord::points_given,
           {{"points", draft.line.points}});
      draft.line.computed = draft.line.amount = Money{0, currency};
    } else {
      settle(draft, exact, currency);
    }
    drafts_.push_back(std::move(draft));
  }

  /// In a pool, the part of the amount at risk that is allocated to the line.
  Exact base_of(const BaseRequest& request, const PenaltyClause& clause, Steps& steps) const {
    const PenaltySchedule& schedule = *contract_.agreement(request.version).penalties;
    if (clause.pool.empty() || !schedule.at_risk) return base_amount(request, &steps);
    const BaseRequest at_risk{contract_, request.version, schedule.at_risk_base, request.days};
    const Exact whole = base_amount(at_risk, &steps);
    const Exact risked = whole * Exact{*schedule.at_risk};
    const Currency currency = contract_.agreement(request.version).charges.currency;
    show(steps, LedgerTopic::at_risk, money_value(risked, currency), LedgerStepWord::at_risk_share,
         {{"share", *schedule.at_risk}, {"amount", money_value(whole, currency)}});
    const auto pool = std::find_if(schedule.pools.begin(), schedule.pools.end(),
                                   [&](const Pool& one) { return one.name == clause.pool; });
    const Ratio share = pool == schedule.pools.end() ? Ratio{0, 1} : pool->share;
    const Exact part = risked * Exact{share} * Exact{clause.allocation};
    if (clause.allocation.numerator == 0) {
      show(steps, LedgerTopic::at_risk, money_value(part, currency), LedgerStepWord::pool_absent);
    } else {
      show(steps, LedgerTopic::at_risk, money_value(part, currency),
           LedgerStepWord::pool_allocation,
           {{"allocation", clause.allocation}, {"pool", clause.pool}, {"share", share}});
    }
    return part;
  }

  /// Points have theirs point by point; tickets and missed periods one by one.
  Exact less_free(const Occasion& occasion, const Yield& yield, Exact exact, Steps& steps) {
    const PenaltyClause& clause = clause_of(occasion);
    if (is_of_missed(clause)) return exact;
    Allowance& allowance = allowance_of(occasion);
    if (yield.kind == Award::Kind::points) {
      return exact - Exact{allowance.take(clause, rounded(exact), steps)};
    }
    return exact > Exact{0} && allowance.take(clause, 1, steps) > 0 ? Exact{0} : exact;
  }

  const Contract& contract_;
  Drafts drafts_;
  std::map<Key, PastPeriods> past_;
  std::map<Key, std::vector<const Occasion*>> rated_;
  std::map<std::string, Allowance> allowances_;
};

}  // namespace

Drafts lines_of(const Contract& contract) { return LineMaker{contract}.make(); }

}  // namespace vigie
