#include "engine/clock/measure.h"

#include <algorithm>

#include "engine/clock/due.h"

namespace vigie {

namespace {

const ServiceDuration* duration_of(const Leg& leg) {
  return leg.commitment == nullptr ? nullptr
                                   : std::get_if<ServiceDuration>(&leg.commitment->within);
}

/// A clock that runs over the pieces one after the other.
class Clock {
 public:
  explicit Clock(const MeasureInput& input) : input_(input), pauses_(input.pauses) {
    pauses_.clear();
    measured_.reading.started_at = input.cycle.start;
    measured_.reading.stopped_at = input.cycle.stop;
  }

  Measured run() {
    for (const Piece& piece : input_.pieces) take(piece);
    finish();
    return std::move(measured_);
  }

 private:
  void take(const Piece& piece) {
    if (piece.leg != leg_) begin(*piece.leg, piece.interval.from);
    const Duration open = piece.leg->hours->between(piece.interval.from, piece.interval.to);
    if (piece.treatment == Treatment::counts) {
      count(piece, open);
    } else if (piece.treatment != Treatment::no_promise) {
      if (!piece.interval.is_empty()) pauses_.push_back(piece.interval);
      due_.reset();
      measured_.reading.running_since.reset();
    }
    if (!piece.interval.is_empty()) {
      if (input_.with_held) hold(piece, open);
      if (input_.with_segments) note(piece, open);
    }
    last_ = &piece;
  }

  /// New terms: a breach may be forgotten, and there may be nothing left. Design J4.
  void begin(const Leg& leg, Instant at) {
    if (breached_under_ != nullptr && is_forgotten(leg)) {
      breached_under_ = nullptr;
      measured_.reading.breached_at.reset();
    }
    leg_ = &leg;
    due_.reset();
    if (leg.commitment == nullptr || breached_under_ != nullptr) return;
    if (const auto* duration = duration_of(leg); duration != nullptr) {
      if (is_passed(*leg.commitment, counted_, duration->budget)) breach(at);
    }
  }

  bool is_forgotten(const Leg& next) const {
    switch (breached_under_->commitment->on_downgrade) {
      case OnDowngrade::keep_breach:
        return false;
      case OnDowngrade::both_agree:
        return next.consent;
      case OnDowngrade::forget:
        return true;
    }
    return false;
  }

  static bool is_passed(const Commitment& commitment, Duration counted, Duration target) {
    return commitment.strict ? counted > Duration{0} && counted >= target : counted > target;
  }

  void count(const Piece& piece, Duration open) {
    const Leg& leg = *piece.leg;
    if (!due_) {
      due_ = ask_due(leg, piece.interval.from);
      measured_.reading.running_since = piece.interval.from;
    }
    counted_ += open;
    if (!due_) measured_.has_no_due = true;
    if (!due_ || breached_under_ != nullptr) return;
    const auto* duration = duration_of(leg);
    const bool strict = leg.commitment->strict;
    const bool passed = duration != nullptr
                            ? is_passed(*leg.commitment, counted_, duration->budget)
                            : piece.interval.to > *due_ || (strict && piece.interval.to == *due_);
    if (passed) breach(std::max(*due_, piece.interval.from));
  }

  void breach(Instant at) {
    breached_under_ = leg_;
    measured_.reading.breached_at = at;
    measured_.reading.due = at;
  }

  std::optional<Instant> ask_due(const Leg& leg, Instant resumed_at) const {
    return due_of({.leg = leg,
                   .timeline = input_.timeline,
                   .carried_date = input_.carried_date,
                   .start = input_.cycle.start,
                   .resumed_at = resumed_at,
                   .counted = counted_,
                   .pauses = pauses_});
  }

  void hold(const Piece& piece, Duration open) {
    auto& held = measured_.reading.held;
    auto entry = std::find_if(held.begin(), held.end(), [&](const HeldTime& time) {
      return time.holder == piece.holder && time.role == piece.role;
    });
    if (entry == held.end()) {
      held.push_back({.holder = piece.holder, .role = piece.role});
      entry = held.end() - 1;
    }
    entry->wall += piece.interval.length();
    entry->in_hours += open;
    if (input_.own_hours == nullptr) return;
    if (const HoursIndex* own = input_.own_hours->of(piece.holder)) {
      entry->in_own_hours = entry->in_own_hours.value_or(Duration{0}) +
                            own->between(piece.interval.from, piece.interval.to);
    }
  }

  void note(const Piece& piece, Duration open) {
    measured_.reading.segments.push_back(
        {.from = piece.interval.from,
         .to = piece.interval.to,
         .phase = piece.span->phase,
         .holder = piece.holder,
         .role = piece.role,
         .treatment = piece.treatment,
         .in_hours = open,
         .running = counted_,
         .reason = piece.span->reason,
         .commitment = piece.leg->ref ? piece.leg->ref->commitment : 0,
         .event = piece.begins_span ? piece.span->event : 0});
  }

  void finish() {
    measured_.leg = breached_under_ != nullptr ? breached_under_ : leg_;
    if (measured_.leg == nullptr) measured_.leg = &input_.legs.back();
    measured_.applies = measured_.leg->commitment != nullptr;
    if (!measured_.applies) return;
    if (last_ == nullptr) leg_ = measured_.leg;
    read_due();
    read_amounts();
    read_state();
  }

  bool is_paused() const { return last_ != nullptr && last_->treatment != Treatment::counts; }

  void read_due() {
    Reading& reading = measured_.reading;
    if (reading.breached_at) return;
    if (due_) {
      reading.due = due_;
      return;
    }
    if (is_paused() && !reading.stopped_at) return;
    const Instant end = last_ == nullptr ? reading.started_at : last_->interval.to;
    reading.due = leg_->commitment == nullptr ? std::nullopt : ask_due(*leg_, end);
    if (!reading.due) measured_.has_no_due = true;
  }

  /// A promise in days is shown on the wall clock, less what pauses moved.
  void read_amounts() {
    Reading& reading = measured_.reading;
    reading.elapsed = counted_;
    if (const auto* duration = duration_of(*measured_.leg)) {
      reading.target = duration->budget;
      reading.remaining = reading.target - reading.elapsed;
      return;
    }
    const Instant end = last_ == nullptr ? reading.started_at : last_->interval.to;
    const Duration paused = length_of(pauses_);
    reading.elapsed = end - reading.started_at - paused;
    const auto due = reading.due ? reading.due : ask_due(*measured_.leg, end);
    if (!due) return;
    reading.target = *due - reading.started_at - paused;
    reading.remaining = *due - end;
  }

  void read_state() {
    Reading& reading = measured_.reading;
    if (reading.stopped_at) {
      reading.state = ClockState::stopped;
    } else if (reading.breached_at) {
      reading.state = ClockState::breached;
    } else {
      reading.state = is_paused() ? ClockState::paused : ClockState::on_track;
    }
  }

  const MeasureInput& input_;
  Measured measured_;
  Duration counted_{};
  std::vector<Interval>& pauses_;
  std::optional<Instant> due_;  // as of the last counting piece; none after a pause
  const Leg* leg_ = nullptr;
  const Leg* breached_under_ = nullptr;
  const Piece* last_ = nullptr;
};

}  // namespace

Measured measure(const MeasureInput& input) { return Clock{input}.run(); }

Measured not_begun(const Leg& leg, Instant at) {
  Measured measured{.leg = &leg, .applies = leg.commitment != nullptr};
  measured.reading.started_at = at;
  measured.reading.state = ClockState::not_begun;
  if (const auto* duration = duration_of(leg); duration != nullptr) {
    measured.reading.target = duration->budget;
    measured.reading.remaining = duration->budget;
  }
  return measured;
}

}  // namespace vigie
