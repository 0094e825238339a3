// Companies and units. Who is provider, customer or supplier is said by each agreement, not here.
#pragma once

#include "engine/base/id.h"
#include "vocabulary/ticket.h"

namespace vigie {

struct Party;  // a company, or one of the words provider, customer, supplier, third_party, nobody
struct Team;   // a unit that works on tickets
struct Person;

/// The party that a history calls by its role only: "provider", "customer", ... Every `Names` table
/// begins with these words, so that they have the same id everywhere.
constexpr Id<Party> party_of(Role role) { return {static_cast<std::uint32_t>(role) + 1}; }

/// Who has the ball: a party, and its team when known. Design F4.
struct Holder {
  Id<Party> party;
  Id<Team> team;
  friend bool operator==(const Holder&, const Holder&) = default;
};

}  // namespace vigie
