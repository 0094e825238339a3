#include "engine/compliance/attain.h"

#include <algorithm>
#include <map>

#include "engine/clock/period_instant.h"
#include "engine/compliance/statistic.h"

namespace vigie {

namespace {

/// Which of the three figures is being counted. Design J9.
enum class Figure : std::uint8_t { gross, net_agreed, net_claimed };

bool is_left_out(const Outcome& outcome, Figure figure) {
  if (figure == Figure::gross) return false;
  if (outcome.standing == Standing::agreed) return true;
  return figure == Figure::net_claimed && outcome.standing == Standing::claimed;
}

void add(Tally& tally, Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      ++tally.met;
      return;
    case Verdict::breached:
      ++tally.missed;
      return;
    case Verdict::excluded:
      ++tally.excluded;
      return;
    case Verdict::pending:
      ++tally.pending;
      return;
    case Verdict::merged:
      ++tally.merged;
      return;
    case Verdict::cancelled:
      ++tally.cancelled;
      return;
    case Verdict::not_measurable:
      ++tally.not_measurable;
  }
}

void add(Tally& tally, const Outcome& outcome, Figure figure) {
  add(tally, is_left_out(outcome, figure) ? Verdict::excluded : outcome.verdict);
}

std::optional<Instant> period_instant(const Outcome& outcome, PeriodOf period_of) {
  return vigie::period_instant({.verdict = outcome.verdict,
                                .opened_at = outcome.opened_at,
                                .breached_at = outcome.breached_at,
                                .ended_at = outcome.ended_at},
                               period_of);
}

/// A period while it is being counted.
struct Page {
  Period period;
  Attainment attainment;
  std::vector<const Outcome*> counted;
  std::vector<const Outcome*> open;  // not reached yet: pending, or passed and still open
};

using PageList = std::vector<const Outcome*> Page::*;

class Book {
 public:
  explicit Book(const AttainRequest& request)
      : request_(request),
        terms_{.rules = request.commitment.measurement.period,
               .effect = request.agreement.in_force.from,
               .zone = &request.zone},
        holding_(request.holding) {
    if (request.late != nullptr) late_ = *request.late;
  }

  TargetResult close() {
    for (const Outcome& outcome : request_.outcomes) take(outcome);
    fill_between();
    for (const Outcome& outcome : request_.outcomes) note_overdue(outcome);
    TargetResult result;
    for (auto& [first, page] : pages_) {
      settle(page);
      result.periods.push_back(page.attainment);
    }
    result.total = total_of(Figure::net_agreed);
    result.total_gross = total_of(Figure::gross);
    result.total_claimed = total_of(Figure::net_claimed);
    for (LateTicket& late : late_) {
      if (!late.period.empty()) result.late.push_back(std::move(late));
    }
    return result;
  }

 private:
  static constexpr Figure figures[] = {Figure::gross, Figure::net_agreed, Figure::net_claimed};

  Tally& total_of(Figure figure) { return total_[static_cast<std::size_t>(figure)]; }
  const Measurement& measurement() const { return request_.commitment.measurement; }

  void take(const Outcome& outcome) {
    const auto at = period_instant(outcome, measurement().period_of);
    if (request_.within && !(at && request_.within->covers(*at))) return;
    const bool overdue = !at && outcome.verdict == Verdict::breached;
    for (const Figure figure : figures) {
      Tally& total = total_of(figure);
      if (overdue && !is_left_out(outcome, figure)) {
        ++total.overdue_open;
      } else {
        add(total, outcome, figure);
      }
    }
    if (at) {
      page_of(*at).counted.push_back(&outcome);
    } else {
      page_of(now()).open.push_back(&outcome);
    }
    if (outcome.breached_at && measurement().period_of == PeriodOf::resolution) {
      page_of(*outcome.breached_at);
    }
    if (outcome.late >= 0 && !is_left_out(outcome, Figure::net_agreed)) {
      late_of(outcome).period = page_of(at ? *at : *outcome.breached_at).attainment.period;
    }
  }

  LateTicket& late_of(const Outcome& outcome) {
    return late_[static_cast<std::size_t>(outcome.late)];
  }

  /// What is still open shows in the period of `as_of`, or the last one of the version.
  Instant now() const { return std::min(request_.as_of, holding_.to - Duration{1}); }

  Page& page_of(Instant at) {
    if (last_ != nullptr && last_->period.interval.covers(at)) return *last_;
    return open(period_at(terms_, at));
  }

  Page& open(const Period& period) {
    Page& page = pages_[period.first];
    if (page.attainment.period.empty()) {
      page.period = period;
      page.attainment.period = period.name;
      Interval whole = period.interval;
      whole.from = std::min(whole.from, request_.zone.instant_of_edge(CivilTime{first_day(page)}));
      const Interval shared = shared_part(whole, holding_);
      page.attainment.interval = shared.is_empty() ? whole : shared;
      page.attainment.partial = shared != whole;
      page.attainment.provisional = request_.as_of < period.interval.to;
    }
    last_ = &page;
    return page;
  }

  void fill_between() {
    if (pages_.empty() || terms_.rules.kind == PeriodKind::order) return;
    const CivilDay last = pages_.rbegin()->first;
    for (Period period = pages_.begin()->second.period; period.first < last;
         period = next_period(terms_, period)) {
      open(period);
    }
  }

  /// Open and already breached at the end of a period, or now: shown beside its ratio.
  void note_overdue(const Outcome& outcome) {
    if (outcome.verdict != Verdict::breached || !outcome.breached_at) return;
    const auto counted_at = period_instant(outcome, measurement().period_of);
    for (auto& [first, page] : pages_) {
      const Instant end = std::min(page.period.interval.to, request_.as_of + Duration{1});
      if (*outcome.breached_at >= end) continue;
      if (counted_at && *counted_at < end) continue;
      if (page.period.interval.from > request_.as_of) continue;
      note_overdue(page.attainment, outcome);
    }
  }

  void note_overdue(Attainment& attainment, const Outcome& outcome) {
    Tally* tallies[] = {&attainment.gross, &attainment.net_agreed, &attainment.net_claimed};
    for (std::size_t i = 0; i < 3; ++i) {
      if (is_left_out(outcome, figures[i])) continue;
      ++tallies[i]->overdue_open;
      if (measurement().open_breached == OpenBreached::counts_each_period) ++tallies[i]->missed;
    }
  }

  void settle(Page& page) {
    Attainment& attainment = page.attainment;
    const auto counted = gathered(page, &Page::counted);
    const auto open = gathered(page, &Page::open);
    for (const Outcome* outcome : counted) add_to(attainment, *outcome);
    for (const Outcome* outcome : open) {
      if (outcome->verdict == Verdict::pending) add_to(attainment, *outcome);
    }
    attainment.ramp_up = index_since_effect(page) < request_.agreement.ramp_up_periods;
    Ratio required = required_of(page);
    apply_volume(page, counted, required);
    if (measurement().required) attainment.required = required;
    std::vector<Duration> elapsed = elapsed_of(counted);
    if (measurement().open_included) {
      for (const Outcome* outcome : open) {
        if (!is_left_out(*outcome, Figure::net_agreed)) elapsed.push_back(outcome->elapsed);
      }
    }
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

  static void add_to(Attainment& attainment, const Outcome& outcome) {
    add(attainment.gross, outcome, Figure::gross);
    add(attainment.net_agreed, outcome, Figure::net_agreed);
    add(attainment.net_claimed, outcome, Figure::net_claimed);
  }

  /// Of a rolling period: what its own month and those before it hold. Design J7.
  std::vector<const Outcome*> gathered(const Page& page, PageList list) const {
    std::vector<const Outcome*> all;
    for (auto it = pages_.lower_bound(first_day(page)); it != pages_.end(); ++it) {
      if (it->first > page.period.first) break;
      all.insert(all.end(), (it->second.*list).begin(), (it->second.*list).end());
    }
    return all;
  }

  /// Of what a period counts: a rolling one begins months before its own.
  CivilDay first_day(const Page& page) const {
    if (terms_.rules.kind != PeriodKind::rolling) return page.period.first;
    const auto before = std::chrono::months{std::max(terms_.rules.rolling, 1) - 1};
    return std::chrono::local_days{std::chrono::year_month_day{page.period.first} - before};
  }

  /// The threshold of a period: a step of the ramp-up, then the one that was promised. Design A4.
  Ratio required_of(const Page& page) const {
    const auto& steps = measurement().ramp_up_required;
    const auto index = static_cast<std::size_t>(index_since_effect(page));
    return index < steps.size() ? steps[index] : measurement().required.value_or(Ratio{0, 1});
  }

  /// How many periods began before this one since the version took effect; no more than matter.
  int index_since_effect(const Page& page) const {
    const int most = std::max(request_.agreement.ramp_up_periods,
                              static_cast<int>(measurement().ramp_up_required.size()));
    if (most == 0) return 0;
    Period period = period_at(terms_, holding_.from);
    int index = 0;
    while (period.first < page.period.first && index < most) {
      period = next_period(terms_, period);
      ++index;
    }
    return index;
  }

  std::vector<Duration> elapsed_of(const std::vector<const Outcome*>& counted) const {
    std::vector<Duration> elapsed;
    for (const Outcome* outcome : counted) {
      if (is_left_out(*outcome, Figure::net_agreed)) continue;
      const bool measured =
          outcome->verdict == Verdict::met || outcome->verdict == Verdict::breached;
      if (measured) elapsed.push_back(outcome->elapsed);
    }
    return elapsed;
  }

  void apply_volume(Page& page, const std::vector<const Outcome*>& counted, Ratio& required);
  void leave_out_excess(Page& page, const std::vector<const Outcome*>& counted, std::int64_t kept);

  const AttainRequest& request_;
  PeriodTerms terms_;
  Interval holding_;
  std::map<CivilDay, Page> pages_;
  Page* last_ = nullptr;
  Tally total_[3];
  std::vector<LateTicket> late_;  // without a period: not counted
};

/// `above` is for a whole period; a partial one allows its share of days, rounded down. Design J8.
void Book::apply_volume(Page& page, const std::vector<const Outcome*>& counted, Ratio& required) {
  const VolumeClause& clause = measurement().volume;
  if (clause.effect == VolumeEffect::none) return;
  const auto days = [](Duration length) {
    return (length + std::chrono::hours{12}) / std::chrono::days{1};
  };
  const auto held = days(page.attainment.interval.length());
  const auto whole = days(page.period.interval.length());
  const std::int64_t allowed = whole == 0 ? clause.above : clause.above * held / whole;
  Attainment& attainment = page.attainment;
  if (attainment.net_agreed.measured() <= allowed) return;
  switch (clause.effect) {
    case VolumeEffect::void_all:
      attainment.voided_by_volume = true;
      return;
    case VolumeEffect::relaxed_threshold:
      required = clause.relaxed;
      return;
    case VolumeEffect::void_excess:
      return leave_out_excess(page, counted, allowed);
    case VolumeEffect::none:
      return;
  }
}

void Book::leave_out_excess(Page& page, const std::vector<const Outcome*>& counted,
                            std::int64_t kept) {
  std::vector<const Outcome*> measured;
  for (const Outcome* outcome : counted) {
    const bool judged = outcome->verdict == Verdict::met || outcome->verdict == Verdict::breached;
    if (judged && !is_left_out(*outcome, Figure::net_agreed)) measured.push_back(outcome);
  }
  std::stable_sort(measured.begin(), measured.end(),
                   [](const Outcome* a, const Outcome* b) { return a->opened_at < b->opened_at; });
  const bool rolls = terms_.rules.kind == PeriodKind::rolling;
  const auto leave_out = [](Tally& tally, Verdict verdict) {
    --(verdict == Verdict::met ? tally.met : tally.missed);
    ++tally.excluded;
  };
  for (auto i = static_cast<std::size_t>(kept); i < measured.size(); ++i) {
    leave_out(page.attainment.net_agreed, measured[i]->verdict);
    if (measured[i]->late >= 0) late_of(*measured[i]).period.clear();
    if (!rolls) leave_out(total_of(Figure::net_agreed), measured[i]->verdict);
    if (is_left_out(*measured[i], Figure::net_claimed)) continue;
    leave_out(page.attainment.net_claimed, measured[i]->verdict);
    if (!rolls) leave_out(total_of(Figure::net_claimed), measured[i]->verdict);
  }
}

}  // namespace

TargetResult attain(const AttainRequest& request) { return Book{request}.close(); }

}  // namespace vigie
