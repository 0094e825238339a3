#include "engine/clock/cycle.h"

#include <algorithm>

namespace vigie {

namespace {

/// What an event word does to the clock of a metric.
enum class Move : std::uint8_t { none, reaches, reaches_again, undoes, reopens, renews };

Move move_of_response(EventWord word) {
  switch (word) {
    case EventWord::acknowledged:
    case EventWord::responded:
    case EventWord::intervention_started:
    case EventWord::workaround_provided:
    case EventWord::restored:
    case EventWord::resolved:
      return Move::reaches;
    default:
      return Move::none;
  }
}

/// Metrics that a reopening puts in question.
Move move_of_repair(const Commitment& commitment, EventWord word) {
  const bool restoration = commitment.metric == Metric::restoration;
  const bool workaround =
      commitment.metric == Metric::workaround || (restoration && commitment.workaround_restores);
  switch (word) {
    case EventWord::workaround_provided:
      return workaround ? Move::reaches : Move::none;
    case EventWord::restored:
      return restoration || workaround ? Move::reaches : Move::none;
    case EventWord::resolved:
      return commitment.metric == Metric::resolution ? Move::reaches_again : Move::reaches;
    case EventWord::reopened:
      return Move::reopens;
    default:
      return Move::none;
  }
}

Move move_of_intervention(EventWord word) {
  const bool before_work = word == EventWord::acknowledged || word == EventWord::responded;
  return before_work ? Move::none : move_of_response(word);
}

Move move_of_delivery(EventWord word) {
  if (word == EventWord::delivered) return Move::reaches;
  return word == EventWord::refused ? Move::undoes : Move::none;
}

Move move_of_update(EventWord word) {
  if (word == EventWord::updated) return Move::renews;
  if (word == EventWord::resolved) return Move::reaches;
  return word == EventWord::reopened ? Move::undoes : Move::none;
}

Move move_of(const CycleRequest& request, const Mark& mark) {
  const Commitment& commitment = request.commitment;
  const auto only = [&](EventWord word) { return mark.word == word ? Move::reaches : Move::none; };
  switch (commitment.metric) {
    case Metric::response:
      return move_of_response(mark.word);
    case Metric::intervention:
      return move_of_intervention(mark.word);
    case Metric::restoration:
    case Metric::workaround:
    case Metric::resolution:
      return move_of_repair(commitment, mark.word);
    case Metric::diagnosis:
      return only(EventWord::diagnosed);
    case Metric::quote:
      return only(EventWord::quoted);
    case Metric::delivery:
      return move_of_delivery(mark.word);
    case Metric::next_update:
      return move_of_update(mark.word);
    case Metric::milestone:
      return mark.word == EventWord::milestone && mark.value == request.milestone ? Move::reaches
                                                                                  : Move::none;
    case Metric::availability:  // of a period: no ticket reaches it
      return Move::none;
  }
  return Move::none;
}

/// Reads the marks one after the other and keeps the cycle that runs.
class CycleReader {
 public:
  CycleReader(const CycleRequest& request, std::vector<Cycle>& cycles)
      : request_(request), cycles_(cycles) {
    cycles_.push_back({.start = request.opened_at});
  }

  void take(const Mark& mark) {
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
  if (request.commitment.from == StartsAt::hand_over) return read_passages(request, cycles);
  CycleReader reader{request, cycles};
  for (const Mark& mark : request.timeline.marks) reader.take(mark);
}

}  // namespace vigie
