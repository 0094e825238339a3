#include "engine/compliance/availability_attain.h"

#include <algorithm>
#include <set>

#include "engine/compliance/availability_figure.h"
#include "engine/compliance/statistic.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

class Attaining {
 public:
  Attaining(const AvailabilityRequest& request, const AvailabilityTime& time)
      : request_(request),
        time_(time),
        agreement_(request.terms.agreement(request.ref.agreement)),
        commitment_(request.terms.commitment(request.ref)),
        hours_(request.terms.hours(request.ref.agreement, request.ref.commitment, Value{})) {}

  TargetResult attain() {
    TargetResult result;
    result.agreement = request_.ref.agreement;
    result.commitment = request_.ref.commitment;
    if (!time_.has_facts) return result;
    for (std::size_t i = 0; i < time_.periods.size(); ++i) {
      const Period& period = time_.periods[i];
      const bool is_shown =
          !request_.within || !shared_part(*request_.within, period.interval).is_empty();
      if (is_shown) result.periods.push_back(attainment_of(i));
    }
    if (result.periods.empty()) return result;
    const Interval all{std::max(result.periods.front().interval.from, time_.measured.from),
                       std::min(result.periods.back().interval.to, time_.measured.to)};
    result.availability = availability_over(time_, hours_, all);
    return result;
  }

 private:
  const Measurement& measurement() const { return commitment_.measurement; }
  const AvailabilityRules& rules() const { return commitment_.availability; }
  const Zone& zone() const { return request_.terms.zone(request_.ref.agreement); }
  Instant midnight(CivilDay day) const { return zone().instant_of_edge(CivilTime{day}); }

  Attainment attainment_of(std::size_t index) const {
    const Period& period = time_.periods[index];
    Interval whole = period.interval;
    if (measurement().period.kind == PeriodKind::rolling) whole.from = rolling_from(period);
    const Instant ends = request_.terms.holding(request_.ref.agreement).to;
    Attainment attainment;
    attainment.period = period.name;
    attainment.interval = shared_part(whole, {time_.measured.from, ends});
    attainment.partial = attainment.interval != whole;
    attainment.provisional = request_.as_of < period.interval.to;
    const Interval window = shared_part(whole, time_.measured);
    Availability figures = availability_over(time_, hours_, window);
    for (const CumulatedRule& rule : rules().cumulated) {
      figures.cumulated.push_back(worst_of(rule, shared_part(period.interval, time_.measured)));
    }
    if (!figures.cumulated.empty()) figures.cumulated_worst = figures.cumulated.front().down;
    attainment.rate = figures.committed.up_share;
    attainment.ramp_up = static_cast<int>(index) < agreement_.ramp_up_periods;
    const auto required = required_of(index);
    attainment.required = required;
    if (!attainment.ramp_up) attainment.attained = is_kept(figures, required);
    attainment.availability = std::move(figures);
    return attainment;
  }

  Instant rolling_from(const Period& period) const {
    const auto before = std::chrono::months{std::max(measurement().period.rolling, 1) - 1};
    return midnight(std::chrono::local_days{std::chrono::year_month_day{period.first} - before});
  }

  std::optional<Ratio> required_of(std::size_t index) const {
    const auto& steps = measurement().ramp_up_required;
    if (measurement().required && index < steps.size()) return steps[index];
    return measurement().required;
  }

  /// None when nothing is promised of a period, or nothing was observed.
  std::optional<bool> is_kept(const Availability& figures, std::optional<Ratio> required) const {
    const auto& rate = figures.committed.up_share;
    const bool promises = required || rules().outages_at_most || rules().longest_at_most ||
                          !rules().cumulated.empty();
    if (!promises || !rate) return std::nullopt;
    bool kept = !required || rate_attains(measurement(), *rate, *required);
    if (rules().outages_at_most) kept = kept && figures.outages <= *rules().outages_at_most;
    if (rules().longest_at_most) kept = kept && figures.longest <= *rules().longest_at_most;
    return kept && std::ranges::all_of(figures.cumulated, &CumulatedWorst::is_kept);
  }

  /// Each local day of the period closes its own days: the worst of them. Days before the service
  /// or the version hold nothing; those of an earlier period do.
  CumulatedWorst worst_of(const CumulatedRule& rule, Interval period) const {
    CumulatedWorst worst{.days = rule.days};
    const auto day_at = [&](Instant at) {
      return std::chrono::floor<std::chrono::days>(zone().civil(at));
    };
    const CivilDay last = day_at(period.to - Duration{1});
    for (CivilDay day = day_at(period.from); day <= last; day += std::chrono::days{1}) {
      const Interval days = shared_part(
          {midnight(day - std::chrono::days{rule.days - 1}), midnight(day + std::chrono::days{1})},
          time_.measured);
      const auto figure = figure_over(
          {.line = time_.line, .hours = &hours_, .window = days, .cut = time_.cut.agreed});
      const std::int64_t begun = std::ranges::count_if(figure.parts, [&](const OutagePart& part) {
        return days.covers(time_.line.outages[part.outage].interval.from);
      });
      const bool is_broken = (rule.at_most && figure.down.exceeds(*rule.at_most)) ||
                             (rule.outages && begun > *rule.outages);
      worst.is_kept = worst.is_kept && !is_broken;
      const Duration down = figure.down.cut();
      const bool is_worse = rule.at_most ? down > worst.down : begun > worst.outages;
      if (is_worse || worst.until == CivilDay{}) worst.until = day;
      worst.down = std::max(worst.down, down);
      worst.outages = std::max(worst.outages, begun);
    }
    return worst;
  }

  const AvailabilityRequest& request_;
  const AvailabilityTime& time_;
  const Agreement& agreement_;
  const Commitment& commitment_;
  const HoursIndex& hours_;
};

void find_unpromised(const ReadingOfOutages& outages, const std::set<Value>& promised,
                     const Names& names, Findings& findings) {
  for (const auto& [item, facts] : outages.items) {
    if (promised.contains(item) || facts.episodes.empty()) continue;
    findings.add(FindingCode::outage_not_promised, names.text(item), facts.episodes.size());
  }
}

}  // namespace

TargetResult attain_availability(const AvailabilityRequest& request, const AvailabilityTime& time) {
  return Attaining{request, time}.attain();
}

void attain_availability(const EvaluateRequest& request, Evaluation& evaluation) {
  static const OutageLog nothing;
  const OutageLog& log = request.outages == nullptr ? nothing : *request.outages;
  const auto outages = read_outages(
      {.log = log, .names = request.names, .as_of = request.as_of, .known_at = request.known_at},
      evaluation.findings);
  std::set<Value> promised;
  for (TargetResult& result : evaluation.targets) {
    const CommitmentRef ref{result.agreement, result.commitment};
    if (request.terms.commitment(ref).metric != Metric::availability) continue;
    const AvailabilityRequest target{.terms = request.terms,
                                     .ref = ref,
                                     .outages = outages,
                                     .names = request.names,
                                     .as_of = request.as_of,
                                     .within = request.within};
    const auto time = availability_time(target);
    for (const Value item : time.of) {
      const bool is_known = outages.items.contains(item);
      if (promised.insert(item).second && !is_known) {
        evaluation.findings.add(FindingCode::service_never_observed, request.names.text(item));
      }
    }
    result = attain_availability(target, time);
  }
  find_unpromised(outages, promised, request.names, evaluation.findings);
}

}  // namespace vigie
