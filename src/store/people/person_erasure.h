// What says who someone is, taken away for good.
#pragma once

#include <optional>

#include "store/identity/account.h"

namespace vigie {

struct KeptPerson {
  Key<PersonRow> key{};
  PersonRow row;
};

/// None when there is no such person, or the scope does not cover the party they belong to.
std::optional<KeptPerson> person_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference);

/// The account of a person, open or closed; none when they have none.
std::optional<Key<AccountRow>> account_of_person(Connection& rows, Key<PersonRow> person);

struct Erasure {
  const KeptPerson& person;
  std::optional<Key<AccountRow>> account;
  Instant at;
  bool with_notes = false;  // what they wrote beside events, too
};

/// Takes away name and address, in their row and in what acts upon them changed; the addresses that
/// their acts came from; their name beside signatures; what lets them in; how they
/// wanted to be told, and what waits to be told to them; answers kept for repeated
/// requests that tell of them. Digests stay, so that all seals hold. Source: design S3.
void erase_texts_of(Connection& rows, const Erasure& erasure);

}  // namespace vigie
