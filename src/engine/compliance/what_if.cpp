#include "engine/compliance/what_if.h"

#include <algorithm>

#include "engine/compliance/statistic.h"

namespace vigie {

namespace {

void add(std::optional<UpTime>& sum, const std::optional<Availability>& more) {
  if (!more) return;
  if (!sum) sum.emplace();
  sum->observed += more->committed.observed;
  sum->down += more->committed.down;
}

bool is_plain_rate(const Attainment& stretch, const Measurement& measurement) {
  return measurement.statistic == Statistic::ratio && stretch.required && !stretch.availability &&
         !stretch.ramp_up && !stretch.voided_by_volume && !stretch.small_sample;
}

void add(PeriodSide& side, const Attainment& stretch, const Measurement& measurement) {
  const bool is_first = side.stretches++ == 0;
  const bool is_rate = is_plain_rate(stretch, measurement);
  side.tally += stretch.net_agreed;
  add(side.up, stretch.availability);
  if (is_first) {
    side.attained = stretch.attained;
    if (is_rate) side.required = stretch.required;
  } else if (is_rate && side.required && *side.required == *stretch.required) {
    if (side.tally.measured() == 0) return;
    side.attained =
        rate_attains(measurement, {side.tally.met, side.tally.measured()}, *side.required);
  } else {
    side.required.reset();
    if (stretch.attained) side.attained = side.attained.value_or(true) && *stretch.attained;
  }
}

bool share_an_id(const Terms& a, const Terms& b) {
  return std::any_of(a.agreements().begin(), a.agreements().end(), [&](const Agreement& one) {
    return std::any_of(b.agreements().begin(), b.agreements().end(),
                       [&](const Agreement& other) { return one.id == other.id; });
  });
}

class Comparison {
 public:
  Comparison(const WhatIfSide& before, const WhatIfSide& after)
      : before_(before), after_(after), by_agreement_(share_an_id(before.terms, after.terms)) {}

  WhatIf run() {
    targets_before_ = targets_of(before_.terms);
    targets_after_ = targets_of(after_.terms);
    put(before_, targets_before_, &TargetDifference::before, &PeriodDifference::before);
    put(after_, targets_after_, &TargetDifference::after, &PeriodDifference::after);
    for (TargetDifference& target : found_.targets) {
      std::stable_sort(target.periods.begin(), target.periods.end(),
                       [](const auto& a, const auto& b) { return a.from < b.from; });
    }
    find_flips();
    return std::move(found_);
  }

 private:
  /// By agreement, then commitment: index in `found_.targets`.
  using TargetIndices = std::vector<std::vector<std::uint32_t>>;

  struct Line {
    std::uint32_t target;
    Verdict verdict;
  };

  void put(const WhatIfSide& side, const TargetIndices& targets,
           TotalSide TargetDifference::* total, PeriodSide PeriodDifference::* of_period) {
    for (const TargetResult& result : side.evaluation.targets) {
      TargetDifference& target = found_.targets[targets[result.agreement][result.commitment]];
      (target.*total).tally += result.total;
      add((target.*total).up, result.availability);
      const Commitment& commitment = side.terms.commitment({result.agreement, result.commitment});
      for (const Attainment& stretch : result.periods) {
        add(period_of(target, stretch).*of_period, stretch, commitment.measurement);
      }
    }
  }

  TargetIndices targets_of(const Terms& terms) {
    TargetIndices indices;
    for (const Agreement& agreement : terms.agreements()) {
      auto& of_agreement = indices.emplace_back();
      const std::string id = by_agreement_ ? agreement.id : std::string{};
      for (const Commitment& commitment : agreement.commitments) {
        of_agreement.push_back(target_of(id, commitment.id));
      }
    }
    return indices;
  }

  std::uint32_t target_of(const std::string& agreement, const std::string& target) {
    auto& targets = found_.targets;
    const auto known = std::find_if(targets.begin(), targets.end(), [&](const auto& one) {
      return one.agreement == agreement && one.target == target;
    });
    const auto index = static_cast<std::uint32_t>(known - targets.begin());
    if (known == targets.end()) {
      targets.push_back({.agreement = agreement, .target = target, .periods = {}});
    }
    return index;
  }

  static PeriodDifference& period_of(TargetDifference& target, const Attainment& period) {
    auto& periods = target.periods;
    auto known = std::find_if(periods.begin(), periods.end(),
                              [&](const auto& one) { return one.period == period.period; });
    if (known == periods.end()) {
      periods.push_back({.period = period.period, .from = period.interval.from});
      known = periods.end() - 1;
    }
    known->from = std::min(known->from, period.interval.from);
    known->provisional |= period.provisional;
    return *known;
  }

  /// Both lists are in the order of the tickets: one walk.
  void find_flips() {
    std::size_t before = 0;
    std::size_t after = 0;
    while (before < before_.brief.size() || after < after_.brief.size()) {
      const BriefVerdict& next =
          after >= after_.brief.size() || (before < before_.brief.size() &&
                                           before_.brief[before].rank <= after_.brief[after].rank)
              ? before_.brief[before]
              : after_.brief[after];
      take(before_.brief, next.rank, targets_before_, before, lines_before_);
      take(after_.brief, next.rank, targets_after_, after, lines_after_);
      compare(next.ticket);
    }
  }

  /// The lines of one ticket, by target.
  static void take(const std::vector<BriefVerdict>& brief, std::uint32_t rank,
                   const TargetIndices& targets, std::size_t& at, std::vector<Line>& lines) {
    lines.clear();
    for (; at < brief.size() && brief[at].rank == rank; ++at) {
      lines.push_back({targets[brief[at].agreement][brief[at].commitment], brief[at].verdict});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.target < b.target; });
  }

  void compare(Id<Ticket> ticket) {
    auto before = lines_before_.begin();
    auto after = lines_after_.begin();
    while (before != lines_before_.end() || after != lines_after_.end()) {
      const bool has_before = before != lines_before_.end() &&
                              (after == lines_after_.end() || before->target <= after->target);
      const bool has_after = after != lines_after_.end() &&
                             (before == lines_before_.end() || after->target <= before->target);
      Flip flip{.ticket = ticket};
      if (has_after) flip.target = after->target;
      if (has_before) flip.target = before->target;
      if (has_before) flip.before = (before++)->verdict;
      if (has_after) flip.after = (after++)->verdict;
      if (flip.before != flip.after) found_.flips.push_back(flip);
    }
  }

  const WhatIfSide& before_;
  const WhatIfSide& after_;
  bool by_agreement_;
  WhatIf found_;
  TargetIndices targets_before_;
  TargetIndices targets_after_;
  std::vector<Line> lines_before_;  // of one ticket; storage
  std::vector<Line> lines_after_;
};

}  // namespace

bool TargetDifference::moves() const {
  return before.tally.met != after.tally.met || before.tally.missed != after.tally.missed ||
         before.up != after.up || std::ranges::any_of(periods, &PeriodDifference::moves);
}

WhatIf compare_terms(const WhatIfSide& before, const WhatIfSide& after) {
  return Comparison{before, after}.run();
}

}  // namespace vigie
