#include "engine/compliance/period_book.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/clock/period_instant.h"

namespace vigie {

namespace {

void add(Tally& tally, const JudgementOutcome& outcome, Counting counting) {
  ++tally.of(is_left_out(outcome, counting) ? Verdict::excluded : outcome.verdict);
}

void append_kept(std::vector<KeptOutcome>& all, std::vector<KeptOutcome>& more,
                 std::int64_t late_before) {
  for (KeptOutcome& kept : more) {
    if (kept.late >= 0) kept.late += late_before;
  }
  move_behind(all, more);
}

}  // namespace

bool is_left_out(const JudgementOutcome& outcome, Counting counting) {
  if (counting == Counting::gross) return false;
  if (outcome.standing == Standing::agreed) return true;
  return counting == Counting::net_claimed && outcome.standing == Standing::claimed;
}

std::optional<Instant> counted_at(const JudgementOutcome& outcome, PeriodOf period_of) {
  return period_instant({.verdict = outcome.verdict,
                         .opened_at = outcome.opened_at,
                         .breached_at = outcome.breached_at,
                         .ended_at = outcome.ended_at},
                        period_of);
}

bool is_measured(const JudgementOutcome& outcome, Counting counting) {
  const bool is_judged = outcome.verdict == Verdict::met || outcome.verdict == Verdict::breached;
  return is_judged && !is_left_out(outcome, counting);
}

void Tallies::add(const JudgementOutcome& outcome) {
  for (const Counting counting : all_countings) vigie::add((*this)[counting], outcome, counting);
}

Tallies& Tallies::operator+=(const Tallies& more) {
  for (const Counting counting : all_countings) (*this)[counting] += more[counting];
  return *this;
}

BookTerms book_terms(const Agreement& agreement, const Commitment& commitment, const Zone& zone,
                     Interval holding, Instant as_of, std::optional<Interval> within) {
  const Measurement& measurement = commitment.measurement;
  const bool keeps_outcomes = measurement.volume.effect == VolumeEffect::void_excess ||
                              measurement.statistic == Statistic::percentile ||
                              measurement.statistic == Statistic::mean ||
                              measurement.statistic == Statistic::maximum;
  return {.agreement = agreement,
          .commitment = commitment,
          .holding = holding,
          .as_of = as_of,
          .within = within,
          .periods = period_terms(agreement, commitment, zone),
          .keeps_outcomes = keeps_outcomes};
}

void PeriodBook::take(const JudgementOutcome& outcome, const LateTicket* late) {
  const PeriodOf period_of = terms_->commitment.measurement.period_of;
  const auto at = counted_at(outcome, period_of);
  const bool is_breached = outcome.verdict == Verdict::breached && outcome.breached_at;
  if (terms_->within && !(at && terms_->within->covers(*at))) {
    if (is_breached) lasting_.push_back(outcome);
    return;
  }
  take_into_total(outcome, at.has_value());
  // What is still open shows in the period of `as_of`, or the last one of the version.
  BookPage& page = page_of(at ? *at : std::min(terms_->as_of, terms_->holding.to - Duration{1}));
  const bool is_lasting = is_breached && !(at && page.period.interval.covers(*outcome.breached_at));
  std::int64_t late_index = -1;
  if (late != nullptr && !is_left_out(outcome, Counting::net_agreed)) {
    late_index = take_late(*late, at ? page : page_of(*outcome.breached_at));
  }
  if (at) {
    page.counted.add(outcome);
  } else if (outcome.verdict == Verdict::pending) {
    page.pending.add(outcome);
  }
  if (terms_->keeps_outcomes) (at ? page.kept : page.open).push_back({outcome, late_index});
  if (is_lasting) lasting_.push_back(outcome);
  if (outcome.breached_at && period_of == PeriodOf::resolution) page_of(*outcome.breached_at);
}

void PeriodBook::take_into_total(const JudgementOutcome& outcome, bool is_counted) {
  if (is_counted || outcome.verdict != Verdict::breached) return total_.add(outcome);
  for (const Counting counting : all_countings) {
    Tally& tally = total_[counting];
    ++(is_left_out(outcome, counting) ? tally.excluded : tally.overdue_open);
  }
}

std::int64_t PeriodBook::take_late(const LateTicket& late, const BookPage& page) {
  late_.push_back(late);
  late_.back().period = page.period.name;
  return static_cast<std::int64_t>(late_.size()) - 1;
}

void PeriodBook::absorb(PeriodBook&& later) {
  const auto late_before = static_cast<std::int64_t>(late_.size());
  for (auto& [from, page] : later.pages_) {
    const auto [known, is_new] = pages_.try_emplace(from);
    BookPage& mine = known->second;
    if (is_new) mine.period = std::move(page.period);
    mine.counted += page.counted;
    mine.pending += page.pending;
    append_kept(mine.kept, page.kept, late_before);
    append_kept(mine.open, page.open, late_before);
  }
  total_ += later.total_;
  move_behind(lasting_, later.lasting_);
  move_behind(late_, later.late_);
}

void PeriodBook::fill_between() {
  if (pages_.empty() || terms_->periods.rules.kind == PeriodKind::order) return;
  const Instant last = pages_.rbegin()->first;
  Period period = pages_.begin()->second.period;
  while (period.interval.from < last) {
    pages_.try_emplace(period.interval.from).first->second.period = period;
    period = next_period(terms_->periods, period);
  }
}

BookPage& PeriodBook::page_of(Instant at) {
  if (last_ != nullptr && last_->period.interval.covers(at)) return *last_;
  auto after = pages_.upper_bound(at);
  if (after != pages_.begin() && std::prev(after)->second.period.interval.covers(at)) {
    last_ = &std::prev(after)->second;
    return *last_;
  }
  Period period = period_at(terms_->periods, at);
  last_ = &pages_[period.interval.from];
  last_->period = std::move(period);
  return *last_;
}

}  // namespace vigie
