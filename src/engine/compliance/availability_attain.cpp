#include "engine/compliance/availability_attain.h"

#include <algorithm>
#include <set>

#include "engine/compliance/availability_figure.h"
#include "engine/compliance/outages_concerned.h"
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

/// What the targets of availability are about, and what nobody says of it.
class Promised {
 public:
  void add(const ReadingOfOutages& outages, const std::vector<Value>& items) {
    for (const Value item : items) {
      const auto known = outages.items.find(item);
      if (known == outages.items.end()) continue;
      for (const OutageEpisode& episode : known->second.episodes) {
        references_.insert(episode.reference.value);
      }
    }
  }

  void find_unobserved(const ReadingOfOutages& outages, const std::vector<Value>& items,
                       const Names& names, Findings& findings) {
    for (const Value item : items) {
      if (outages.items.contains(item) || !unobserved_.insert(item).second) continue;
      findings.add(FindingCode::service_never_observed, names.text(item));
    }
  }

  void find_unpromised(const ReadingOfOutages& outages, const Names& names,
                       Findings& findings) const {
    for (const auto& [item, facts] : outages.items) {
      const auto count = std::ranges::count_if(facts.episodes, [&](const OutageEpisode& episode) {
        return !references_.contains(episode.reference.value);
      });
      if (count == 0) continue;
      findings.add(FindingCode::outage_not_promised, names.text(item),
                   static_cast<std::uint64_t>(count));
    }
  }

 private:
  std::set<std::uint32_t> references_;
  std::set<Value> unobserved_;
};

}  // namespace

TargetResult attain_availability(const AvailabilityRequest& request, const AvailabilityTime& time) {
  return Attaining{request, time}.attain();
}

void attain_availability(const EvaluateRequest& request, Evaluation& evaluation) {
  static const OutageLog nothing;
  const OutageLog& log = request.outages == nullptr ? nothing : *request.outages;
  OutagesConcerned outages{
      request.terms,
      {.log = log, .names = request.names, .as_of = request.as_of, .known_at = request.known_at},
      evaluation.findings};
  Promised promised;
  for (TargetResult& result : evaluation.targets) {
    const CommitmentRef ref{result.agreement, result.commitment};
    const Commitment& commitment = request.terms.commitment(ref);
    if (commitment.metric != Metric::availability) continue;
    const ReadingOfOutages& theirs = outages.of(ref.agreement);
    const auto& items = items_of(request.terms.agreement(ref.agreement), commitment);
    promised.add(theirs, items);
    if (request.shown != nullptr && !(*request.shown)[ref.agreement]) continue;
    promised.find_unobserved(theirs, items, request.names, evaluation.findings);
    const AvailabilityRequest target{.terms = request.terms,
                                     .ref = ref,
                                     .outages = theirs,
                                     .names = request.names,
                                     .as_of = request.as_of,
                                     .within = request.within};
    result = attain_availability(target, availability_time(target));
  }
  promised.find_unpromised(outages.all(), request.names, evaluation.findings);
}

}  // namespace vigie
