#include "engine/clock/piece.h"

#include <algorithm>

namespace vigie {

namespace {

bool is_over(Phase phase) {
  return phase == Phase::resolved || phase == Phase::closed || phase == Phase::cancelled ||
         phase == Phase::merged;
}

bool is_listed(const std::vector<Value>& reasons, Value reason) {
  return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

bool is_counted(Counts counts, Role role) {
  switch (counts) {
    case Counts::all:
      return true;
    case Counts::provider_only:
      return role == Role::provider;
    case Counts::provider_chain:
      break;
  }
  return role == Role::provider || role == Role::supplier;
}

/// Whether the rules let this span pause at all, leaving aside from when to when.
bool may_pause(const Commitment& commitment, const Span& span, Role role) {
  const PauseRules& rules = commitment.pauses;
  if (!rules.paused) return false;
  if (span.phase == Phase::awaiting && is_listed(rules.in_chain, span.reason)) return true;
  if (is_counted(commitment.counts, role)) return false;
  if (span.phase == Phase::deferred) return true;
  return rules.reasons.empty() || is_listed(rules.reasons, span.reason);
}

/// From when to when a wait stops the clock: from the state or the recorded request, to the first
/// of answer, maximum and end of the wait.
Interval valid_pause(const PauseRules& rules, const Span& span) {
  Interval pause{span.from, span.to};
  if (span.phase != Phase::awaiting) return pause;
  if (rules.from == PauseFrom::request) {
    if (!span.requested_at) return {span.from, span.from};
    pause.from = std::max(pause.from, *span.requested_at);
  }
  if (span.answered_at) pause.to = std::min(pause.to, *span.answered_at);
  if (rules.maximum) pause.to = std::min(pause.to, pause.from + *rules.maximum);
  return pause;
}

/// Walks the spans and remembers whose ball it was.
class Cutter {
 public:
  Cutter(const CutRequest& request, std::vector<Piece>& pieces)
      : request_(request), pieces_(pieces) {}

  void take(const Span& span) {
    const bool over = is_over(span.phase);
    if (!over) last_open_ = &span;
    const Span& held = held_by(span);
    const Role role = role_of(held);
    if (span.phase == Phase::open) in_passage_ = role == Role::provider;
    if (role == Role::provider && !over) in_passage_ = true;
    const Interval seen = shared_part({span.from, span.to}, request_.interval);
    if (seen.is_empty()) return;
    for (std::size_t i = 0; i < request_.legs.size(); ++i) {
      const Instant until =
          i + 1 < request_.legs.size() ? request_.legs[i + 1].from : request_.interval.to;
      const Instant since = i == 0 ? request_.interval.from : request_.legs[i].from;
      const Interval part = shared_part(seen, {since, until});
      if (!part.is_empty()) cut_at_gaps({span, held, role, request_.legs[i]}, part);
    }
  }

  /// The state at the very end, as it would last: a piece of no length that says whether the clock
  /// runs on.
  void take_moment(const Span& span) {
    Span lasting = span;
    lasting.to = request_.interval.to + Duration{1};
    if (span.phase == Phase::open) in_passage_ = role_of(span) == Role::provider;
    const std::size_t known = pieces_.size();
    cut_in_leg({lasting, held_by(lasting), role_of(held_by(lasting)), request_.legs.back()},
               {request_.interval.to, lasting.to});
    for (std::size_t i = known; i < pieces_.size(); ++i) {
      pieces_[i].span = &span;
      pieces_[i].interval.to = pieces_[i].interval.from;
    }
  }

 private:
  struct Part {
    const Span& span;
    const Span& held;
    Role role;
    const Leg& leg;
  };

  /// After an end that does not stop the clock, the ball is where it was before.
  const Span& held_by(const Span& span) const {
    return is_over(span.phase) && goes_on() && last_open_ != nullptr ? *last_open_ : span;
  }

  bool goes_on() const { return request_.continues || request_.runs_after_resolution; }

  Role role_of(const Span& span) const { return request_.roles.role_of(span.holder); }

  void add(const Part& part, Interval interval, Treatment treatment) {
    if (interval.is_empty()) return;
    pieces_.push_back({.interval = interval,
                       .span = &part.span,
                       .leg = &part.leg,
                       .holder = part.held.holder,
                       .role = part.role,
                       .treatment = treatment,
                       .begins_span = interval.from == part.span.from});
  }

  void cut_at_gaps(const Part& part, Interval interval) {
    if (!request_.continues) {
      for (const Interval& gap : request_.gaps) {
        const Interval shared = shared_part(interval, gap);
        if (shared.is_empty()) continue;
        cut_in_leg(part, {interval.from, shared.from});
        add(part, shared, Treatment::stopped);
        interval.from = shared.to;
      }
    }
    cut_in_leg(part, interval);
  }

  void cut_in_leg(const Part& part, Interval interval) {
    if (interval.is_empty()) return;
    const auto& [span, held, role, leg] = part;
    const bool over = is_over(span.phase);
    if (over && !goes_on()) return add(part, interval, Treatment::stopped);
    if (leg.commitment == nullptr) return add(part, interval, Treatment::no_promise);
    if (over) return add(part, interval, Treatment::counts);
    if (request_.only_while_held && !in_passage_) return add(part, interval, Treatment::not_held);
    if (!may_pause(*leg.commitment, span, role)) return add(part, interval, Treatment::counts);
    const Interval pause = shared_part(interval, valid_pause(leg.commitment->pauses, span));
    if (pause.is_empty()) return add(part, interval, Treatment::counts);
    add(part, {interval.from, pause.from}, Treatment::counts);
    add(part, pause, Treatment::paused);
    add(part, {pause.to, interval.to}, Treatment::counts);
  }

  const CutRequest& request_;
  std::vector<Piece>& pieces_;
  const Span* last_open_ = nullptr;
  bool in_passage_ = false;
};

}  // namespace

void cut(const CutRequest& request, std::vector<Piece>& pieces) {
  pieces.clear();
  Cutter cutter{request, pieces};
  for (const Span& span : request.timeline.spans) {
    if (span.from >= request.interval.to) break;
    cutter.take(span);
  }
  const Timeline& timeline = request.timeline;
  if (request.interval.to != timeline.as_of || !request.is_running) return;
  if (timeline.beginning) {
    cutter.take_moment(*timeline.beginning);
  } else if (!timeline.spans.empty()) {
    cutter.take_moment(timeline.spans.back());
  }
}

}  // namespace vigie
