#include <algorithm>

#include "engine/clock/cycle_move.h"

namespace vigie {

namespace {

/// A clock that starts when the service works again or when the ticket is resolved. What was
/// reached before its start, such as a report given early, is reached at its start.
class AfterRepairReader {
 public:
  AfterRepairReader(const CycleRequest& request, std::vector<Cycle>& cycles)
      : request_(request), cycles_(cycles) {}

  void take(const Mark& mark) {
    if (mark.word == EventWord::resolved) resolved_at_ = mark.at;
    if (mark.word == EventWord::reopened) return reopen(mark.at);
    if (!is_begun_ && starts(mark)) begin(mark.at);
    switch (move_of(request_, mark)) {
      case Move::reaches:
      case Move::reaches_again:
        return reach(mark.at);
      case Move::undoes:
        return undo(mark.at);
      default:
        return;
    }
  }

  /// As of the reading, what starts the clock of a ticket that is still open is ahead.
  void finish() {
    if (is_begun_) return;
    cycles_.push_back({.start = request_.timeline.as_of, .is_apart = is_apart_, .is_begun = false});
  }

 private:
  bool starts(const Mark& mark) const {
    if (mark.word == EventWord::resolved) return true;
    if (mark.word == EventWord::closed) return request_.closed_means_resolved;
    return mark.word == EventWord::restored && request_.commitment.from == StartsAt::restoration;
  }

  void begin(Instant at) {
    is_begun_ = true;
    cycles_.push_back({.start = at, .is_apart = is_apart_});
    if (is_reached_) cycles_.back().stop = at;
  }

  void reach(Instant at) {
    is_reached_ = true;
    for (Cycle& cycle : cycles_) {
      if (!cycle.stop) cycle.stop = std::max(at, cycle.start);
    }
  }

  void undo(Instant at) {
    is_reached_ = false;
    if (!is_begun_ || !cycles_.back().stop) return;
    cycles_.back().gaps.push_back({*cycles_.back().stop, at});
    cycles_.back().stop.reset();
  }

  /// The repair did not hold: its clock is cleared, and the next one begins at the next repair.
  /// After the reopening window it is another ticket, and this clock goes on.
  void reopen(Instant at) {
    is_reached_ = false;
    if (!is_begun_) return;
    is_begun_ = false;
    Cycle& cycle = cycles_.back();
    const ReopeningRules& rules = request_.commitment.reopening;
    if (rules.window && at - resolved_at_.value_or(cycle.start) > *rules.window) {
      is_apart_ = true;
    } else if (rules.reopening != Reopening::new_cycle || !cycle.stop) {
      clear(cycle, at);
    }
  }

  const CycleRequest& request_;
  std::vector<Cycle>& cycles_;
  std::optional<Instant> resolved_at_;
  bool is_begun_ = false;
  bool is_reached_ = false;  // since the opening, or the last reopening
  bool is_apart_ = false;
};

}  // namespace

void read_cycles_after_repair(const CycleRequest& request, std::vector<Cycle>& cycles) {
  AfterRepairReader reader{request, cycles};
  for (const Mark& mark : request.timeline.marks) reader.take(mark);
  reader.finish();
}

}  // namespace vigie
