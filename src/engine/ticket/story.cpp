#include "engine/ticket/story.h"
#include "vocabulary/finding.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr Holder nobody{party_of(Role::nobody), {}};

static_assert(Phase::resolved < Phase::closed && Phase::closed < Phase::cancelled &&
              Phase::cancelled < Phase::merged);

/// What may follow the end of a ticket without surprise, and changes nothing.
bool is_usual_after_end(EventWord word) {
  return word == EventWord::commented || word == EventWord::satisfaction_given ||
         word == EventWord::related;
}

bool is_in_state(const Span& span, Phase phase, Holder holder, Value reason) {
  return span.phase == phase && span.holder == holder && span.reason == reason;
}

bool is_same_state(const Span& a, const Span& b) {
  return is_in_state(a, b.phase, b.holder, b.reason);
}

}  // namespace

Story::Story(Timeline& timeline, const Event& opening) : timeline_(timeline) {
  working_.party = party_of(Role::provider);
  Span first;
  first.from = timeline.opened_at;
  first.holder = working_;
  first.event = opening.sequence;
  timeline.spans.push_back(first);
  if (opening.word == EventWord::opened) classify(opening, opening.at, Attribute::channel);
}

void Story::tell(const Event& event, Instant at) {
  end_deferral_by(at);
  if (has_ended() && event.word != EventWord::reopened) {
    tell_to_ended(event, at);
  } else {
    tell_word(event, at);
  }
}

void Story::tell_to_ended(const Event& event, Instant at) {
  if (event.word == EventWord::closed && phase_ != Phase::closed) {
    timeline_.closed_at = at;
    mark(event, at);
  } else if (event.word == EventWord::related) {
    relate(event);
  } else if (event.word == EventWord::diagnosed && phase_ == Phase::closed) {
    mark(event, at);  // the report that a closed ticket still owes
  } else if (!is_usual_after_end(event.word)) {
    find(FindingCode::event_after_end);
  }
}

void Story::tell_word(const Event& event, Instant at) {
  switch (event.word) {
    case EventWord::opened:
      find(FindingCode::opened_twice);
      break;
    case EventWord::classified:
      classify(event, at, event.attribute);
      break;
    case EventWord::assigned:
      assign(event, at);
      break;
    case EventWord::awaiting:
      await(event, at);
      break;
    case EventWord::requested:
      request(event, at);
      break;
    case EventWord::answered:
      answer(event, at);
      break;
    case EventWord::resumed:
      resume(event, at);
      break;
    case EventWord::resolved:
      resolve(event, at);
      break;
    case EventWord::reopened:
      reopen(event, at);
      break;
    case EventWord::closed:
      end(event, at, Phase::closed);
      break;
    case EventWord::cancelled:
      end(event, at, Phase::cancelled);
      break;
    case EventWord::merged:
      end(event, at, Phase::merged);
      break;
    case EventWord::related:
      relate(event);
      if (event.relation == Relation::duplicate_of) end(event, at, Phase::merged);
      break;
    case EventWord::dated:
      timeline_.dates.push_back({at, event.value, event.date});
      break;
    case EventWord::declared_major:
      declare_major(event, at);
      break;
    case EventWord::commented:
    case EventWord::satisfaction_given:
    case EventWord::retracted:
      break;
    default:
      mark(event, at);
  }
}

void Story::classify(const Event& event, Instant at, Attribute attribute) {
  if (attribute == Attribute::none || !event.value) return;
  const Effect effect = at == timeline_.opened_at ? Effect::origin : event.effect;
  timeline_.changes.push_back({at, attribute, event.value, effect, event.consent, event.sequence});
}

/// Said once: the first declaration holds.
void Story::declare_major(const Event& event, Instant at) {
  mark(event, at);
  if (timeline_.major_at) return;
  timeline_.major_at = at;
  const Effect effect = at == timeline_.opened_at ? Effect::origin : event.effect;
  timeline_.changes.push_back(
      {at, Attribute::none, {}, effect, event.consent, event.sequence, true});
}

void Story::assign(const Event& event, Instant at) {
  classify(event, at, Attribute::support_level);
  const bool names_party = event.party && event.party != nobody.party;
  if (names_party || event.team) {
    working_ = {names_party ? event.party : party_of(Role::provider), event.team};
  } else if (!event.person && !event.value) {
    working_ = {party_of(Role::provider), {}};
  }
  shift(at, event.sequence);
}

void Story::await(const Event& event, Instant at) {
  if (phase_ == Phase::resolved) return find(FindingCode::wait_after_resolution);
  const bool names_party = event.party && event.party != nobody.party;
  const bool is_deferral = !names_party && event.date > at;
  if (!names_party && !is_deferral) find(FindingCode::wait_for_nobody);
  phase_ = is_deferral ? Phase::deferred : Phase::awaiting;
  deferred_until_ = event.date;
  awaited_ = names_party ? Holder{event.party, event.team} : working_;
  reason_ = event.value;
  was_answered_ = false;
  shift(at, event.sequence);
}

void Story::request(const Event& event, Instant at) {
  const bool is_of_this_wait =
      phase_ == Phase::awaiting && (!event.party || event.party == awaited_.party);
  const Id<Party> party = is_of_this_wait ? awaited_.party : event.party;
  if (!party) return;
  Span& wait = timeline_.spans.back();
  if (is_of_this_wait && wait.requested_at) return;
  if (is_of_this_wait) wait.requested_at = at;
  forget_request(party);
  timeline_.requests.push_back({party, at});
}

void Story::answer(const Event& event, Instant at) {
  const Id<Party> party = event.party ? event.party : awaited_.party;
  forget_request(party);
  if (phase_ != Phase::awaiting || party != awaited_.party) return;
  timeline_.spans.back().answered_at = at;
  go_on(at, event.sequence);
  was_answered_ = true;
}

void Story::resume(const Event& event, Instant at) {
  if (phase_ == Phase::awaiting || phase_ == Phase::deferred) {
    forget_request(awaited_.party);
    go_on(at, event.sequence);
  } else if (!was_answered_) {
    find(FindingCode::resumed_without_wait);
  }
  was_answered_ = false;
}

void Story::resolve(const Event& event, Instant at) {
  if (phase_ == Phase::resolved) {
    find(FindingCode::resolved_twice);
    set_aside_last_resolution();
  } else {
    resolved_by_ = working_;
  }
  timeline_.requests.clear();
  phase_ = Phase::resolved;
  mark(event, at);
  shift(at, event.sequence);
}

void Story::reopen(const Event& event, Instant at) {
  if (phase_ != Phase::resolved && !has_ended()) return find(FindingCode::reopened_while_open);
  timeline_.closed_at.reset();
  timeline_.cancelled_at.reset();
  timeline_.merged_at.reset();
  timeline_.merged_into = {};
  mark(event, at);
  go_on(at, event.sequence);
}

void Story::end(const Event& event, Instant at, Phase phase) {
  timeline_.requests.clear();
  phase_ = phase;
  mark(event, at);
  if (phase == Phase::closed) timeline_.closed_at = at;
  if (phase == Phase::cancelled) timeline_.cancelled_at = at;
  if (phase == Phase::merged) {
    timeline_.merged_at = at;
    timeline_.merged_into = event.other;
  }
  shift(at, event.sequence);
}

void Story::relate(const Event& event) {
  if (event.relation == Relation::child_of) timeline_.parent = event.other;
}

void Story::mark(const Event& event, Instant at) {
  timeline_.marks.push_back({at, event.word, event.value, event.consent, event.sequence});
}

Holder Story::holder() const {
  if (phase_ == Phase::open) return working_;
  if (phase_ != Phase::awaiting) return nobody;
  const bool is_working = awaited_.party == working_.party && !awaited_.team;
  return is_working ? working_ : awaited_;
}

/// As if the last resolution had not been said: the ball stayed where it was.
void Story::set_aside_last_resolution() {
  auto& marks = timeline_.marks;
  const auto last = std::find_if(marks.rbegin(), marks.rend(),
                                 [](const Mark& mark) { return mark.word == EventWord::resolved; });
  auto& spans = timeline_.spans;
  if (last != marks.rend()) {
    const Instant resolved_at = last->at;
    marks.erase(std::next(last).base());
    if (spans.back().from < resolved_at) {  // reopened and resolved within one instant
      Span since = spans.back();
      spans.back().to = resolved_at;
      since.from = resolved_at;
      spans.push_back(since);
    }
  }
  spans.back().phase = Phase::open;
  spans.back().holder = resolved_by_;
  if (spans.size() > 1 && is_same_state(spans[spans.size() - 2], spans.back())) spans.pop_back();
}

std::optional<Instant> Story::request_to(Id<Party> party) const {
  for (const OpenRequest& asked : timeline_.requests) {
    if (asked.party == party) return asked.at;
  }
  return std::nullopt;
}

void Story::forget_request(Id<Party> party) {
  std::erase_if(timeline_.requests, [&](const OpenRequest& asked) { return asked.party == party; });
}

void Story::end_deferral_by(Instant at) {
  if (phase_ == Phase::deferred && deferred_until_ <= at) go_on(deferred_until_, 0);
}

void Story::go_on(Instant at, std::uint32_t event) {
  phase_ = Phase::open;
  shift(at, event);
}

/// Begins a span when holder, phase or reason are no longer those of the last one. A span that
/// would last no time is replaced; what then continues the one before is joined to it.
void Story::shift(Instant at, std::uint32_t event) {
  auto& spans = timeline_.spans;
  const bool waits = phase_ == Phase::awaiting || phase_ == Phase::deferred;
  if (!waits) reason_ = {};
  const Holder holds = holder();
  if (is_in_state(spans.back(), phase_, holds, reason_)) return;
  Span next;
  next.from = at;
  next.phase = phase_;
  next.holder = holds;
  next.reason = reason_;
  next.event = event;
  if (phase_ == Phase::awaiting) next.requested_at = request_to(awaited_.party);
  if (spans.back().from < at) {
    spans.back().to = at;
    spans.push_back(next);
    return;
  }
  next.from = spans.back().from;
  const bool continues = spans.size() > 1 && is_same_state(spans[spans.size() - 2], next) &&
                         !spans[spans.size() - 2].answered_at;
  if (continues) {
    spans.pop_back();
  } else {
    spans.back() = next;
  }
}

void Story::finish() {
  end_deferral_by(timeline_.as_of);
  auto& spans = timeline_.spans;
  spans.back().to = timeline_.as_of;
  if (spans.back().from == spans.back().to) {
    timeline_.beginning = spans.back();
    spans.pop_back();
  }
  if (phase_ == Phase::closed) {
    const auto settled =
        std::find_if(timeline_.marks.rbegin(), timeline_.marks.rend(), [](const Mark& mark) {
          return mark.word == EventWord::resolved || mark.word == EventWord::reopened;
        });
    if (settled == timeline_.marks.rend() || settled->word == EventWord::reopened) {
      find(FindingCode::closed_unresolved);
    }
  }
}

}  // namespace vigie
