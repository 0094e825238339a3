// What happened to a ticket. The journal is append-only: a correction is one more event. Design F1,
// F2.
#pragma once

#include <cstdint>

#include "engine/base/id.h"
#include "engine/base/instant.h"
#include "engine/catalogue/value.h"
#include "engine/party/party.h"
#include "vocabulary/ticket.h"

namespace vigie {

struct Ticket;

/// One event, flat. Which fields speak depends on the word:
///   opened        value: channel
///   classified    attribute, value, effect; consent: the other party agreed, on record
///   assigned      party, team, person; value: support level
///   awaiting      party, team; value: reason. Party nobody with `date`: a deferral until then
///   requested     party; value: what is awaited
///   answered      party
///   milestone     value: its name
///   dated         value: which date; `date`: the date
///   merged        other: the ticket that it goes on in
///   related       other, relation
///   cancelled     party: who asked; value: reason; consent
/// The rest have a free value. A ticket that is opened with attributes has one opened event
/// followed by classified events of the same instant with effect origin.
struct Event {
  Instant at;           // happened_at
  Instant recorded_at;  // when the source learnt it; `at` when it does not say
  Instant date{};       // dated, deferral; the epoch: none
  EventWord word = EventWord::commented;
  Attribute attribute = Attribute::none;
  Effect effect = Effect::now;
  Relation relation = Relation::none;
  bool consent = false;
  Id<Party> party;
  Id<Team> team;
  Id<Person> person;  // of the holder, or author of a correction
  Value value;
  Id<Ticket> other;
  std::uint32_t sequence = 0;    // order of recording in this ticket, from 1
  std::uint32_t supersedes = 0;  // sequence of the event that this one corrects; 0: none

  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace vigie
