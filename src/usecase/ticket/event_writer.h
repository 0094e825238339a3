// The rows of a ticket's events, one after the other.
#pragma once

#include "store/journal/act.h"
#include "store/ticket/ticket.h"
#include "usecase/refused.h"

namespace vigie {

class EventWriter {
 public:
  /// `sequence`: of the last event that is there.
  EventWriter(Act& act, Key<TicketRow> ticket, std::int64_t sequence)
      : act_{act}, ticket_{ticket}, sequence_{sequence} {}

  /// Recorded at the instant of the act, with what was said beside it.
  void write(TicketEventRow row, const std::string& note = {}) {
    row.ticket = ticket_;
    row.sequence = ++sequence_;
    row.recorded_at = act_.at();
    put_note(row, act_.note(note));
    act_.add(std::move(row));
  }

 private:
  Act& act_;
  Key<TicketRow> ticket_;
  std::int64_t sequence_;
};

/// event_in_the_future, when `at` is more than five minutes ahead of `now`. Source: design E6.
std::optional<Refused> refusal_of_instant(Instant at, Instant now);

}  // namespace vigie
