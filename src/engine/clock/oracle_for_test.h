// A slow and obvious clock: every minute of a ticket is looked at on its own. For tests only.
#pragma once

#include <optional>
#include <string>

#include "engine/calendar/minutes_for_test.h"
#include "engine/clock/random_for_test.h"

namespace vigie::random_for_test {

using std::chrono::days;
using std::chrono::minutes;

struct MinutesTold {
  Duration counted{};
  std::optional<Instant> used_up;  // the end of the minute that used the target up
  std::optional<Instant> passed;   // the start of the first minute counted beyond it
  Duration held{};
};

class MinuteOracle {
 public:
  MinuteOracle(const Agreement& agreement, const Zone& zone, const Roles& roles)
      : agreement_(agreement), zone_(zone), roles_(roles) {}

  MinutesTold tell(const Timeline& timeline, Instant end) const {
    const auto target = std::get<ServiceDuration>(commitment().within).budget;
    MinutesTold told;
    for (Instant at = timeline.opened_at; at < end; at += minutes{1}) {
      if (!is_open_minute(agreement_.calendars.at("hours"), zone_, at)) continue;
      told.held += minutes{1};
      if (!is_counted(timeline, at)) continue;
      told.counted += minutes{1};
      if (told.counted == target) told.used_up = at + minutes{1};
      if (told.counted > target && !told.passed) told.passed = at;
    }
    return told;
  }

 private:
  const Commitment& commitment() const { return agreement_.commitments.front(); }

  bool is_counted(const Timeline& timeline, Instant at) const {
    const Span* span = nullptr;
    for (const Span& one : timeline.spans) {
      if (one.from <= at && at < one.to) span = &one;
    }
    if (span->phase == Phase::resolved) {
      return commitment().reopening.reopening == Reopening::continues;
    }
    return !is_paused(*span, at);
  }

  bool is_paused(const Span& span, Instant at) const {
    const PauseRules& rules = commitment().pauses;
    const auto lists = [&](const std::vector<Value>& list) {
      return std::find(list.begin(), list.end(), span.reason) != list.end();
    };
    if (!rules.paused) return false;
    const bool in_chain = span.phase == Phase::awaiting && lists(rules.in_chain);
    if (!in_chain && !is_outside(roles_.role_of(span.holder))) return false;
    if (!in_chain && !rules.reasons.empty() && !lists(rules.reasons)) return false;
    if (span.phase != Phase::awaiting) return true;
    Instant since = span.from;
    if (rules.from == PauseFrom::request) {
      if (!span.requested_at) return false;
      since = std::max(since, *span.requested_at);
    }
    return at >= since && (!rules.maximum || at < since + *rules.maximum);
  }

  bool is_outside(Role role) const {
    switch (commitment().counts) {
      case Counts::all:
        return false;
      case Counts::provider_only:
        return role != Role::provider;
      case Counts::provider_chain:
        return role != Role::provider && role != Role::supplier;
    }
    return false;
  }

  const Agreement& agreement_;
  const Zone& zone_;
  const Roles& roles_;
};

/// What differs between the clock and the minutes; empty when they agree.
inline std::string difference(const Judgement& judgement, const MinutesTold& told, bool strict) {
  const Reading& reading = judgement.reading;
  Duration held{};
  for (const HeldTime& time : reading.held) held += time.in_hours;
  if (reading.elapsed != told.counted) return "counted time";
  if (held != told.held) return "held time";
  const bool breached = strict ? told.used_up.has_value() : told.passed.has_value();
  if (reading.breached_at.has_value() != breached) return "breached or not";
  if (!breached) return {};
  const bool is_dated_right = *reading.breached_at >= *told.used_up &&
                              *reading.breached_at <= told.passed.value_or(*reading.breached_at);
  return is_dated_right ? std::string{} : "instant of the breach";
}

/// A random promise and a random ticket, judged both ways.
inline std::string difference_of_random_ticket(Dice& dice, ZoneSource& zones) {
  Names names;
  const auto made = Terms::from({random_agreement(dice, names)}, zones, names);
  if (!made.faults.empty()) return "the promise is refused";
  const Agreement& agreement = made.terms.agreement(0);
  const History history = random_history(dice, names, 2 + pick(dice, 9));
  const Instant as_of = history.events.back().at + minutes{pick(dice, 2000)};
  JudgeStorage storage;
  std::vector<Judgement> judgements;
  Findings findings;
  const Relations relations;
  judge_ticket({.terms = made.terms, .history = history, .relations = relations, .as_of = as_of},
               names, storage, judgements, findings);
  if (judgements.size() != 1) return "not one judgement";
  const MinuteOracle oracle{agreement, made.terms.zone(0), made.terms.roles(0)};
  const MinutesTold told =
      oracle.tell(storage.timeline, judgements[0].reading.stopped_at.value_or(as_of));
  return difference(judgements[0], told, agreement.commitments.front().strict);
}

}  // namespace vigie::random_for_test
