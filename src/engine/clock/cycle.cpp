#include "engine/clock/cycle.h"

#include <algorithm>

#include "engine/clock/cycle_move.h"

namespace vigie {

namespace {

/// Reads the marks one after the other and keeps the cycle that runs.
class CycleReader {
 public:
  CycleReader(const CycleRequest& request, std::vector<Cycle>& cycles)
      : request_(request), cycles_(cycles) {
    cycles_.push_back({.start = request.opened_at});
  }

  void take(const Mark& mark) {
    if (mark.word == EventWord::declared_major) return declare(mark.at);
    Cycle& cycle = cycles_.back();
    const Instant at = std::max(mark.at, cycle.start);
    switch (closing_resolves(mark) ? Move::reaches : move_of(request_, mark)) {
      case Move::none:
        return;
      case Move::reaches:
        if (!cycle.stop) cycle.stop = at;
        return;
      case Move::reaches_again:
        cycle.stop = at;
        return;
      case Move::undoes:
        return resume(at);
      case Move::reopens:
        return reopen(at);
      case Move::renews:
        if (cycle.stop) return;
        cycle.stop = at;
        cycles_.push_back({.start = at});
        return;
    }
  }

 private:
  bool closing_resolves(const Mark& mark) const {
    return mark.word == EventWord::closed && request_.closed_means_resolved && !cycles_.back().stop;
  }

  /// What is promised from the declaration begins there: of the clock that ran before, under terms
  /// for tickets that are not major, only a breach already passed stays. What was over is over.
  void declare(Instant at) {
    if (request_.commitment.from != StartsAt::declaration || was_declared_) return;
    was_declared_ = true;
    drop_moments();
    Cycle& cycle = cycles_.back();
    if (cycle.stop || at <= cycle.start) return;
    clear(cycle, at);
    cycles_.push_back({.start = at, .is_apart = cycle.is_apart});
  }

  /// Two messages of one instant, before the declaration: a wait of no length is under no terms.
  void drop_moments() {
    if (request_.commitment.metric != Metric::next_update) return;
    const auto is_moment = [](const Cycle& one) { return one.stop == one.start; };
    cycles_.erase(std::remove_if(cycles_.begin(), cycles_.end() - 1, is_moment), cycles_.end() - 1);
  }

  void resume(Instant at) {
    Cycle& cycle = cycles_.back();
    if (!cycle.stop) return;
    cycle.gaps.push_back({*cycle.stop, at});
    cycle.stop.reset();
  }

  void reopen(Instant at) {
    Cycle& cycle = cycles_.back();
    if (!cycle.stop) return;
    const ReopeningRules& rules = request_.commitment.reopening;
    if (rules.window && at - *cycle.stop > *rules.window) {
      cycles_.push_back({.start = at, .is_apart = true});
      return;
    }
    switch (rules.reopening) {
      case Reopening::resumes:
      case Reopening::continues:
        return resume(at);
      case Reopening::restarts:
        cycle.is_voided = true;
        cycles_.push_back({.start = at, .is_apart = cycle.is_apart});
        return;
      case Reopening::new_cycle:
        cycles_.push_back({.start = at, .is_apart = cycle.is_apart});
    }
  }

  const CycleRequest& request_;
  std::vector<Cycle>& cycles_;
  bool was_declared_ = false;
};

/// The stretches during which the obliged party had the ball, waits inside them included.
std::vector<Interval> passages_of(const CycleRequest& request) {
  std::vector<Interval> passages;
  bool held = false;
  for (const Span& span : request.timeline.spans) {
    const bool by_obliged = request.roles.role_of(span.holder) == Role::provider;
    const bool waits = span.phase == Phase::awaiting || span.phase == Phase::deferred;
    const bool goes_on = (by_obliged && (span.phase == Phase::open || waits)) || (held && waits);
    if (goes_on && held) {
      passages.back().to = span.to;
    } else if (goes_on) {
      passages.push_back({span.from, span.to});
    }
    held = goes_on;
  }
  return passages;
}

/// The instant in a passage at which the metric was reached, else the hand-back, else none.
std::optional<Instant> stop_in(const CycleRequest& request, Interval passage) {
  for (const Mark& mark : request.timeline.marks) {
    if (mark.at < passage.from || mark.at > passage.to) continue;
    const Move move = move_of(request, mark);
    if (move == Move::reaches || move == Move::reaches_again) return mark.at;
  }
  if (passage.to < request.timeline.as_of) return passage.to;
  return std::nullopt;
}

/// Metrics that last as long as the obliged party has the ball: each passage has its own end.
bool ends_with_passage(Metric metric) {
  return metric == Metric::resolution || metric == Metric::restoration ||
         metric == Metric::workaround;
}

/// Passages added up: reached in the first passage that reached it, or at the end of the last one.
Cycle cumulated(const CycleRequest& request, const std::vector<Interval>& passages) {
  Cycle cycle{.start = passages.front().from, .stop = stop_in(request, passages.back())};
  if (ends_with_passage(request.commitment.metric)) return cycle;
  for (const Mark& mark : request.timeline.marks) {
    if (mark.at >= cycle.start && move_of(request, mark) == Move::reaches) {
      cycle.stop = mark.at;
      break;
    }
  }
  return cycle;
}

void read_passages(const CycleRequest& request, std::vector<Cycle>& cycles) {
  const auto passages = passages_of(request);
  if (passages.empty()) return;
  const auto cycle_of = [&](Interval passage) {
    return Cycle{.start = passage.from, .stop = stop_in(request, passage)};
  };
  switch (request.commitment.passages) {
    case Passages::cumulate:
      cycles.push_back(cumulated(request, passages));
      return;
    case Passages::each:
      for (const Interval& passage : passages) {
        cycles.push_back(cycle_of(passage));
        cycles.back().is_apart = true;
      }
      return;
    case Passages::last:
      cycles.push_back(cycle_of(passages.back()));
  }
}

}  // namespace

void read_cycles(const CycleRequest& request, std::vector<Cycle>& cycles) {
  cycles.clear();
  switch (request.commitment.from) {
    case StartsAt::hand_over:
      return read_passages(request, cycles);
    case StartsAt::restoration:
    case StartsAt::resolution:
      return read_cycles_after_repair(request, cycles);
    case StartsAt::opening:
    case StartsAt::declaration:
      break;
  }
  CycleReader reader{request, cycles};
  for (const Mark& mark : request.timeline.marks) reader.take(mark);
}

}  // namespace vigie
