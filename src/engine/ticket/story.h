// One ticket told event by event: the state between two events, and what each event does to it.
#pragma once

#include "engine/ticket/timeline.h"

namespace vigie {

/// Writes the spans, marks and changes of `timeline` while its events are told in order. Events
/// that make no sense where they stand become findings. Source: design F2-F4.
class Story {
 public:
  /// `opening` is the event that opens the ticket, whatever its word.
  Story(Timeline& timeline, const Event& opening);

  /// `at` is when the event takes effect: its instant, not before the opening.
  void tell(const Event& event, Instant at);
  /// Ends the last span at the timeline's `as_of`.
  void finish();

 private:
  void tell_to_ended(const Event& event, Instant at);
  void tell_word(const Event& event, Instant at);
  void classify(const Event& event, Instant at, Attribute attribute);
  void declare_major(const Event& event, Instant at);
  void assign(const Event& event, Instant at);
  void await(const Event& event, Instant at);
  void request(const Event& event, Instant at);
  void answer(const Event& event, Instant at);
  void resume(const Event& event, Instant at);
  void resolve(const Event& event, Instant at);
  void reopen(const Event& event, Instant at);
  void end(const Event& event, Instant at, Phase phase);
  void relate(const Event& event);
  void mark(const Event& event, Instant at);

  void find(FindingCode code) { timeline_.findings.push_back(code); }
  bool has_ended() const { return phase_ >= Phase::closed; }
  Holder holder() const;
  void set_aside_last_resolution();
  std::optional<Instant> request_to(Id<Party> party) const;
  void forget_request(Id<Party> party);
  void end_deferral_by(Instant at);
  void go_on(Instant at, std::uint32_t event);
  void shift(Instant at, std::uint32_t event);

  Timeline& timeline_;
  Phase phase_ = Phase::open;
  Holder working_;             // has the ball when nobody else is awaited
  Holder awaited_;             // while awaiting
  Value reason_;               // while awaiting or deferred
  Instant deferred_until_;     // while deferred
  Holder resolved_by_;         // had the ball at the last resolution
  bool was_answered_ = false;  // the last wait ended by an answer: a resumption may follow
};

}  // namespace vigie
