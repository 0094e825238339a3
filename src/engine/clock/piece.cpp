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
    const bool goes_on = request_.continues || request_.runs_after_resolution;
    const Span& held = over && goes_on && last_open_ != nullptr ? *last_open_ : span;
    const Role role = request_.roles.role_of(held.holder);
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

 private:
  struct Part {
    const Span& span;
    const Span& held;
    Role role;
    const Leg& leg;
  };

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
    if (over && &held == &span) return add(part, interval, Treatment::stopped);
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
}

}  // namespace vigie
