// Companies and units. Who is provider, customer or supplier is said by each agreement, not here.
#pragma once

#include "engine/base/id.h"

namespace vigie {

struct Party;  // a company, or one of the words provider, customer, supplier, third_party, nobody
struct Team;   // a unit that works on tickets
struct Person;

/// Who has the ball: a party, and its team when known. Design F4.
struct Holder {
  Id<Party> party;
  Id<Team> team;
  friend bool operator==(const Holder&, const Holder&) = default;
};

}  // namespace vigie
