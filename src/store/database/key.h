// The number by which a row is known inside the store.
#pragma once

#include <compare>
#include <cstdint>

namespace vigie {

/// Key of a row about `Of`: that of a site is not that of a party. Made by the database, never used
/// again, never shown: outside, a thing has a reference. Not an `Id`, which numbers the names of
/// one process. Source: design E1.
template <class Of>
struct Key {
  std::int64_t value;

  friend constexpr auto operator<=>(const Key&, const Key&) = default;
};

}  // namespace vigie
