#include "engine/outlook/outlook.h"

#include <algorithm>

#include "engine/base/wide.h"
#include "engine/compliance/statistic.h"
#include "engine/outlook/budget.h"
#include "engine/penalty/assess.h"

namespace vigie {

namespace {

/// count x all / passed, cut.
std::int64_t in_proportion(std::int64_t count, Duration all, Duration passed) {
  if (passed.count() == 0) return count;
  return static_cast<std::int64_t>(static_cast<Wide>(count) * all.count() / passed.count());
}

PeriodEnd ended(const Measurement& measurement, Ratio required, std::int64_t met,
                std::int64_t missed) {
  std::vector<Duration> none;
  const Tally tally{.met = met, .missed = missed};
  const Sample sample{
      .measurement = measurement, .tally = tally, .elapsed = none, .required = required};
  return {
      .met = met, .missed = missed, .rate = {met, met + missed}, .attained = is_attained(sample)};
}

/// A statistic of times or an availability has no count to project.
bool is_counted(const Commitment& commitment) {
  const Statistic statistic = commitment.measurement.statistic;
  return commitment.metric != Metric::availability &&
         (statistic == Statistic::ratio || statistic == Statistic::count);
}

/// Late tickets that are open are in `missed` already.
bool counts_open(const Commitment& commitment) {
  return commitment.measurement.open_breached == OpenBreached::counts_each_period;
}

bool promises(const Commitment& commitment) {
  return commitment.measurement.required || commitment.measurement.at_most;
}

void project(const Commitment& commitment, TargetOutlook& target) {
  const Measurement& measurement = commitment.measurement;
  const Ratio required = target.required.value_or(Ratio{0, 1});
  const std::int64_t lost = target.missed + target.overdue;
  const std::int64_t so_far = target.met + lost;
  const auto to_the_end = [&](std::int64_t count) {
    return in_proportion(count, target.open_time_in_all, target.open_time_passed);
  };
  target.expected = std::max(to_the_end(so_far), so_far + target.open);
  target.may_miss = may_still_miss({.measurement = measurement,
                                    .required = required,
                                    .missed = lost,
                                    .measured = target.expected});
  target.may_miss_at_once = may_miss_at_once(
      {.measurement = measurement, .required = required, .missed = lost, .measured = so_far});
  const std::int64_t missed_at_pace = std::max(to_the_end(lost), lost);
  target.pace = ended(measurement, required,
                      std::max<std::int64_t>(target.expected - missed_at_pace, 0), missed_at_pace);
  target.best = ended(measurement, required, target.expected - lost, lost);
  target.worst = ended(measurement, required, target.met, target.expected - target.met);
}

class Reader {
 public:
  explicit Reader(const OutlookRequest& request) : request_(request) {}

  Outlook read() {
    for (const TargetResult& result : request_.evaluation.targets) {
      for (const Attainment& period : result.periods) {
        const bool runs = period.provisional && period.interval.covers(request_.evaluation.as_of);
        if (runs) add(result, period);
      }
    }
    price();
    return std::move(outlook_);
  }

 private:
  void add(const TargetResult& result, const Attainment& period) {
    const Commitment& commitment = request_.terms.commitment({result.agreement, result.commitment});
    if (!promises(commitment) || period.voided_by_volume) return;
    const Instant as_of = request_.evaluation.as_of;
    const HoursIndex& hours = request_.terms.hours(result.agreement, result.commitment, Value{});
    const Tally& net = period.net_agreed;
    TargetOutlook target{.agreement = result.agreement,
                         .commitment = result.commitment,
                         .period = period.period,
                         .interval = period.interval,
                         .required = period.required,
                         .met = net.met,
                         .missed = net.missed,
                         .overdue = counts_open(commitment) ? 0 : net.overdue_open,
                         .open = net.pending};
    target.open_time_passed = hours.between(period.interval.from, as_of);
    target.open_time_in_all = hours.between(period.interval.from, period.interval.to);
    if (is_counted(commitment)) project(commitment, target);
    if (period.availability && period.required) {
      const AvailabilityFigure& figure = period.availability->committed;
      const Duration left = target.open_time_in_all - target.open_time_passed;
      target.may_be_down =
          vigie::may_be_down(*period.required, figure.observed + left, figure.down);
    }
    if (is_counted(commitment) || target.may_be_down) {
      outlook_.targets.push_back(std::move(target));
    }
  }

  /// The ledger with the running periods ended in one way.
  Ledger assessed(PeriodEnd TargetOutlook::* end) const {
    Evaluation as_if = request_.evaluation;
    for (TargetResult& result : as_if.targets) {
      for (Attainment& period : result.periods) {
        const TargetOutlook* target = find(result, period);
        if (target == nullptr || period.availability) continue;
        const PeriodEnd& way = target->*end;
        period.net_agreed.met = way.met;
        period.net_agreed.missed = way.missed;
        period.attained = period.ramp_up ? std::nullopt : way.attained;
        period.rate = way.rate.denominator == 0 ? std::nullopt : std::optional{way.rate};
      }
    }
    return assess({.terms = request_.terms, .evaluation = as_if, .names = request_.names});
  }

  const TargetOutlook* find(const TargetResult& result, const Attainment& period) const {
    const auto found = std::find_if(
        outlook_.targets.begin(), outlook_.targets.end(), [&](const TargetOutlook& one) {
          return one.agreement == result.agreement && one.commitment == result.commitment &&
                 one.period == period.period;
        });
    return found == outlook_.targets.end() ? nullptr : &*found;
  }

  void price() {
    const bool any =
        std::any_of(outlook_.targets.begin(), outlook_.targets.end(), [&](const auto& target) {
          return request_.terms.agreement(target.agreement).penalties.has_value();
        });
    if (!any) return;
    const Ledger so_far = assess(
        {.terms = request_.terms, .evaluation = request_.evaluation, .names = request_.names});
    const Ledger pace = assessed(&TargetOutlook::pace);
    const Ledger best = assessed(&TargetOutlook::best);
    const Ledger worst = assessed(&TargetOutlook::worst);
    for (const TargetOutlook& target : outlook_.targets) {
      if (!request_.terms.agreement(target.agreement).penalties || is_priced(target)) continue;
      outlook_.amounts.push_back({.agreement = target.agreement,
                                  .period = target.period,
                                  .so_far = due(so_far, target),
                                  .pace = due(pace, target),
                                  .best = due(best, target),
                                  .worst = due(worst, target)});
    }
  }

  bool is_priced(const TargetOutlook& target) const {
    return std::any_of(outlook_.amounts.begin(), outlook_.amounts.end(), [&](const auto& one) {
      return one.agreement == target.agreement && one.period == target.period;
    });
  }

  Money due(const Ledger& ledger, const TargetOutlook& target) const {
    for (const LedgerTotal& total : ledger.totals) {
      if (total.agreement == target.agreement && total.period == target.period) return total.due;
    }
    Money nothing;
    nothing.currency = request_.terms.agreement(target.agreement).charges.currency;
    return nothing;
  }

  const OutlookRequest& request_;
  Outlook outlook_;
};

}  // namespace

Outlook outlook(const OutlookRequest& request) { return Reader{request}.read(); }

}  // namespace vigie
