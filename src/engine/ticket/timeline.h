// A history read as a story: who held the ticket, in which phase, and what was reached when.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/finding.h"
#include "engine/ticket/history.h"

namespace vigie {

/// A stretch during which holder, phase and reason do not change. The last span of a timeline ends
/// at `as_of`. While a party is awaited it is the holder; in a deferral and once the ticket has
/// ended the holder is `party_of(Role::nobody)`.
struct Span {
  Instant from;
  Instant to;
  Phase phase = Phase::open;
  Holder holder;
  Value reason;                         // of the wait
  std::optional<Instant> requested_at;  // the recorded request of this wait
  std::optional<Instant> answered_at;   // the answer that ends its pause early
  std::uint32_t event = 0;              // sequence of the event that began it; 0: none
};

/// An instant at which something was reached: acknowledged, responded, restored, resolved, ...
struct Mark {
  Instant at;
  EventWord word;
  Value value;  // milestone's name, cancellation's reason
  bool consent = false;
  std::uint32_t event = 0;
};

/// A change of an attribute, or the declaration as a major incident.
struct Change {
  Instant at;
  Attribute attribute;
  Value value;
  Effect effect;
  bool consent = false;
  std::uint32_t event = 0;
  bool declares_major = false;  // then without attribute and value
};

/// A date that the ticket carries, as it stood from `at` on.
struct CarriedDateMark {
  Instant at;
  Value name;
  Instant date;
};

/// What was asked of a party and not answered yet.
struct OpenRequest {
  Id<Party> party;
  Instant at;
};

/// Reused from ticket to ticket: `clear` keeps the storage.
struct Timeline {
  Id<Ticket> ticket;
  Instant opened_at;
  Instant as_of;
  bool is_opened = false;              // false: nothing had happened by as_of
  std::vector<Span> spans;             // contiguous from opened_at to as_of
  std::optional<Span> beginning;       // the state that begins exactly at as_of, when one does
  std::vector<Mark> marks;             // in order; also reopened, closed, cancelled and merged
  std::vector<Change> changes;         // in order; those at the opening have effect origin
  std::vector<CarriedDateMark> dates;  // in order
  std::optional<Instant> closed_at;
  std::optional<Instant> cancelled_at;
  std::optional<Instant> merged_at;
  Id<Ticket> merged_into;
  Id<Ticket> parent;  // child_of
  std::optional<Instant> major_at;
  std::vector<FindingCode> findings;  // of this ticket, in order of discovery

  // Working storage of read_timeline.
  std::vector<Event> effective;
  std::vector<OpenRequest> requests;

  void clear();
};

/// Reads the story as it stood at `as_of` from what was recorded by `known_at`. Never fails: a
/// history that makes no sense gives the best reading and findings. What happened before the
/// opening takes effect at the opening. Not linear only in the number of distinct parties that were
/// asked for something. Source: design F3, F4.
void read_timeline(const EffectiveRequest& request, Timeline& timeline);

}  // namespace vigie
