#include "engine/compliance/attain.h"

#include <algorithm>
#include <iterator>

#include "engine/compliance/statistic.h"

namespace vigie {

namespace {

/// Rounded: a day that the clocks change is one day.
std::int64_t days_in(Duration length) {
  return (length + std::chrono::hours{12}) / std::chrono::days{1};
}

/// Settles the pages of a book, which it owns.
class Settling {
 public:
  explicit Settling(PeriodBook& book) : book_(book), terms_(book.terms()) {}

  TargetResult run() {
    book_.fill_between();
    TargetResult result;
    for (auto& [from, page] : book_.pages()) settled_.push_back({&page, begun(page)});
    for (const JudgementOutcome& outcome : book_.lasting()) note_overdue(outcome);
    for (Settled& one : settled_) {
      settle(*one.page, one.attainment);
      result.periods.push_back(std::move(one.attainment));
    }
    result.total = book_.total()[Counting::net_agreed];
    result.total_gross = book_.total()[Counting::gross];
    result.total_claimed = book_.total()[Counting::net_claimed];
    for (LateTicket& late : book_.late()) {
      if (!late.period.empty()) result.late.push_back(std::move(late));
    }
    return result;
  }

 private:
  struct Settled {
    const BookPage* page;
    Attainment attainment;
  };

  const Measurement& measurement() const { return terms_.commitment.measurement; }
  bool rolls() const { return terms_.periods.rules.kind == PeriodKind::rolling; }

  Attainment begun(const BookPage& page) const {
    Attainment attainment;
    attainment.period = page.period.name;
    Interval whole = page.period.interval;
    const Zone& zone = *terms_.periods.zone;
    whole.from = std::min(whole.from, zone.instant_of_edge(CivilTime{first_day(page)}));
    const Interval shared = shared_part(whole, terms_.holding);
    attainment.interval = shared.is_empty() ? whole : shared;
    attainment.partial = shared != whole;
    attainment.provisional = terms_.as_of < page.period.interval.to;
    return attainment;
  }

  /// Open and already breached at the end of a period, or now: shown beside its ratio.
  void note_overdue(const JudgementOutcome& outcome) {
    const auto counted = counted_at(outcome, measurement().period_of);
    const auto ends_before = [&](const Settled& one) {
      return one.page->period.interval.to <= *outcome.breached_at;
    };
    auto one = std::partition_point(settled_.begin(), settled_.end(), ends_before);
    for (; one != settled_.end(); ++one) {
      const Interval& period = one->page->period.interval;
      const Instant end = std::min(period.to, terms_.as_of + Duration{1});
      if (counted && *counted < end) return;
      if (period.from <= terms_.as_of) note_overdue(one->attainment, outcome);
    }
  }

  void note_overdue(Attainment& attainment, const JudgementOutcome& outcome) const {
    const auto note = [&](Counting counting, Tally& tally) {
      if (is_left_out(outcome, counting)) return;
      ++tally.overdue_open;
      if (measurement().open_breached == OpenBreached::counts_each_period) ++tally.missed;
    };
    note(Counting::gross, attainment.gross);
    note(Counting::net_agreed, attainment.net_agreed);
    note(Counting::net_claimed, attainment.net_claimed);
  }

  void settle(const BookPage& page, Attainment& attainment) {
    const Gathered gathered = gather(page);
    attainment.gross += gathered.sum[Counting::gross];
    attainment.net_agreed += gathered.sum[Counting::net_agreed];
    attainment.net_claimed += gathered.sum[Counting::net_claimed];
    attainment.ramp_up = index_since_effect(page) < terms_.agreement.ramp_up_periods;
    Ratio required = required_of(page);
    apply_volume(page, gathered.kept, attainment, required);
    if (measurement().required) attainment.required = required;
    std::vector<Duration> elapsed = elapsed_of(gathered);
    const Sample sample{.measurement = measurement(),
                        .tally = attainment.net_agreed,
                        .elapsed = elapsed,
                        .required = required};
    attainment.statistic = statistic_of(sample);
    const Tally& net = attainment.net_agreed;
    if (measurement().statistic == Statistic::ratio && net.measured() > 0) {
      attainment.rate = Ratio{net.met, net.measured()};
    }
    if (attainment.ramp_up || attainment.voided_by_volume) return;
    attainment.attained = is_attained(sample);
    const auto& small = measurement().small_sample;
    attainment.small_sample =
        small && net.measured() < small->under && net.missed > 0 && net.missed <= small->allowed;
  }

  /// What a period counts. Of a rolling one: what its own month and those before it hold.
  struct Gathered {
    Tallies sum;
    std::vector<const KeptOutcome*> kept;
    std::vector<const KeptOutcome*> open;
  };

  Gathered gather(const BookPage& page) const {
    Gathered gathered;
    const CivilDay first = first_day(page);
    for (const auto& [from, one] : book_.pages()) {
      if (one.period.first < first || one.period.first > page.period.first) continue;
      gathered.sum += one.counted;
      gathered.sum += one.pending;
      for (const KeptOutcome& kept : one.kept) gathered.kept.push_back(&kept);
      for (const KeptOutcome& open : one.open) gathered.open.push_back(&open);
    }
    return gathered;
  }

  /// Of what a period counts: a rolling one begins months before its own.
  CivilDay first_day(const BookPage& page) const {
    if (!rolls()) return page.period.first;
    const auto before = std::chrono::months{std::max(terms_.periods.rules.rolling, 1) - 1};
    return std::chrono::local_days{std::chrono::year_month_day{page.period.first} - before};
  }

  /// The threshold of a period: a step of the ramp-up, then the one that was promised. Design A4.
  Ratio required_of(const BookPage& page) const {
    const auto& steps = measurement().ramp_up_required;
    const auto index = static_cast<std::size_t>(index_since_effect(page));
    return index < steps.size() ? steps[index] : measurement().required.value_or(Ratio{0, 1});
  }

  /// How many periods began before this one since the version took effect; no more than matter.
  int index_since_effect(const BookPage& page) const {
    const int most = std::max(terms_.agreement.ramp_up_periods,
                              static_cast<int>(measurement().ramp_up_required.size()));
    if (most == 0) return 0;
    Period period = period_at(terms_.periods, terms_.holding.from);
    int index = 0;
    while (period.first < page.period.first && index < most) {
      period = next_period(terms_.periods, period);
      ++index;
    }
    return index;
  }

  std::vector<Duration> elapsed_of(const Gathered& gathered) const {
    std::vector<Duration> elapsed;
    for (const KeptOutcome* kept : gathered.kept) {
      if (is_measured(kept->outcome, Counting::net_agreed))
        elapsed.push_back(kept->outcome.elapsed);
    }
    if (!measurement().open_included) return elapsed;
    for (const KeptOutcome* open : gathered.open) {
      if (is_left_out(open->outcome, Counting::net_agreed)) continue;
      elapsed.push_back(open->outcome.elapsed);
    }
    return elapsed;
  }

  void apply_volume(const BookPage& page, const std::vector<const KeptOutcome*>& kept,
                    Attainment& attainment, Ratio& required);
  void leave_out_excess(const std::vector<const KeptOutcome*>& kept, std::int64_t allowed,
                        Attainment& attainment);

  PeriodBook& book_;
  const BookTerms& terms_;
  std::vector<Settled> settled_;  // in order of time
};

/// `above` is for a whole period; a partial one allows its share of days, rounded down. Design J8.
void Settling::apply_volume(const BookPage& page, const std::vector<const KeptOutcome*>& kept,
                            Attainment& attainment, Ratio& required) {
  const VolumeClause& clause = measurement().volume;
  if (clause.effect == VolumeEffect::none) return;
  const auto held = days_in(attainment.interval.length());
  const auto whole = days_in(page.period.interval.length());
  const std::int64_t allowed = whole == 0 ? clause.above : clause.above * held / whole;
  if (attainment.net_agreed.measured() <= allowed) return;
  switch (clause.effect) {
    case VolumeEffect::void_all:
      attainment.voided_by_volume = true;
      return;
    case VolumeEffect::relaxed_threshold:
      required = clause.relaxed;
      return;
    case VolumeEffect::void_excess:
      return leave_out_excess(kept, allowed, attainment);
    case VolumeEffect::none:
      return;
  }
}

void Settling::leave_out_excess(const std::vector<const KeptOutcome*>& kept, std::int64_t allowed,
                                Attainment& attainment) {
  std::vector<const KeptOutcome*> measured;
  std::copy_if(kept.begin(), kept.end(), std::back_inserter(measured), [](const KeptOutcome* one) {
    return is_measured(one->outcome, Counting::net_agreed);
  });
  std::stable_sort(measured.begin(), measured.end(),
                   [](const KeptOutcome* a, const KeptOutcome* b) {
                     return a->outcome.opened_at < b->outcome.opened_at;
                   });
  const auto leave_out = [](Tally& tally, Verdict verdict) {
    --(verdict == Verdict::met ? tally.met : tally.missed);
    ++tally.excluded;
  };
  for (auto i = static_cast<std::size_t>(allowed); i < measured.size(); ++i) {
    const JudgementOutcome& outcome = measured[i]->outcome;
    if (measured[i]->late >= 0) {
      book_.late()[static_cast<std::size_t>(measured[i]->late)].period.clear();
    }
    leave_out(attainment.net_agreed, outcome.verdict);
    if (!rolls()) leave_out(book_.total()[Counting::net_agreed], outcome.verdict);
    if (is_left_out(outcome, Counting::net_claimed)) continue;
    leave_out(attainment.net_claimed, outcome.verdict);
    if (!rolls()) leave_out(book_.total()[Counting::net_claimed], outcome.verdict);
  }
}

}  // namespace

TargetResult attain(PeriodBook book) { return Settling{book}.run(); }

}  // namespace vigie
