#include "engine/penalty/points.h"

#include <map>

#include "engine/penalty/base.h"

namespace vigie {

namespace {

/// The step that `points` reach; null under the first.
const PointsStep* step_of(const std::vector<PointsStep>& table, std::int64_t points) {
  const PointsStep* reached = nullptr;
  for (const PointsStep& step : table) {
    if (step.from <= points) reached = &step;
  }
  return reached;
}

Draft table_line(const Contract& contract, const Draft& one, std::int64_t points) {
  const PenaltySchedule& schedule = schedule_of(contract, one);
  Draft draft{.line = {.kind = LedgerLineKind::points_table,
                       .agreement = one.line.agreement,
                       .period = one.line.period,
                       .interval = one.line.interval,
                       .points = points,
                       .due_in = one.line.period,
                       .provisional = one.line.provisional,
                       .claim_until = one.line.claim_until},
              .days = one.days};
  std::vector<LedgerStep>& steps = draft.line.steps;
  show(steps, LedgerTopic::achieved, points, LedgerStepWord::points_summed,
       {{"points", points}, {"period", one.line.period}});
  const PointsStep* reached = step_of(schedule.points, points);
  const BaseRequest base{contract, one.line.agreement, schedule.points_base, one.days};
  Exact exact;
  if (reached == nullptr) {
    show(steps, LedgerTopic::rate, Ratio{0, 1}, LedgerStepWord::points_below,
         {{"from", schedule.points.front().from}});
  } else {
    exact = base_amount(base, &steps) * Exact{reached->share};
    show(steps, LedgerTopic::rate, reached->share, LedgerStepWord::points_step,
         {{"from", reached->from}});
  }
  settle(draft, exact, contract.agreement(one.line.agreement).charges.currency);
  return draft;
}

}  // namespace

void add_points_tables(const Contract& contract, Drafts& drafts) {
  struct Sum {
    std::int64_t points = 0;
    const Draft* last = nullptr;
  };
  std::map<std::pair<std::uint32_t, std::string>, Sum> sums;
  for (const Draft& draft : drafts) {
    if (draft.line.points == 0 || is_bonus(draft)) continue;
    if (schedule_of(contract, draft).points.empty()) continue;
    Sum& sum = sums[{draft.line.agreement, draft.line.period}];
    sum.points += draft.line.points;
    sum.last = &draft;
  }
  Drafts tables;
  for (const auto& [key, sum] : sums) tables.push_back(table_line(contract, *sum.last, sum.points));
  std::move(tables.begin(), tables.end(), std::back_inserter(drafts));
  sort_by_time(drafts);
}

}  // namespace vigie
