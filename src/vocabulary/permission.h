// Rights: which role may do what. One table, for every door.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST UserRole
#define VIGIE_LIST_WORDS "vocabulary/user_role.def"
#include "vocabulary/list.inc"

namespace vigie {

/// A set of roles; someone may hold several.
struct UserRoles {
  std::uint16_t bits = 0;

  constexpr UserRoles() = default;
  constexpr UserRoles(UserRole role)  // NOLINT: meant to convert, one role is a set of one
      : bits{static_cast<std::uint16_t>(1U << static_cast<unsigned>(role))} {}

  constexpr bool holds(UserRole role) const { return (bits & UserRoles{role}.bits) != 0; }
  constexpr bool meets(UserRoles others) const { return (bits & others.bits) != 0; }
  constexpr bool is_empty() const { return bits == 0; }
  friend constexpr UserRoles operator|(UserRoles a, UserRoles b) {
    UserRoles both;
    both.bits = static_cast<std::uint16_t>(a.bits | b.bits);
    return both;
  }
  friend constexpr bool operator==(UserRoles, UserRoles) = default;
};

constexpr UserRoles operator|(UserRole a, UserRole b) { return UserRoles{a} | UserRoles{b}; }

/// One line of permission.def has, after its words, the roles that hold it. Source: design S1.
enum class Permission : std::uint8_t {
#define WORD(key, en, fr, meaning, roles) key,
#include "vocabulary/permission.def"
#undef WORD
};

template <>
struct Vocabulary<Permission> {
  static constexpr Word words[] = {
#define WORD(key, en, fr, meaning, roles) {#key, en, fr, meaning},
#include "vocabulary/permission.def"
#undef WORD
  };
};

/// The roles that hold `permission`.
constexpr UserRoles roles_with(Permission permission) {
  using enum UserRole;
  constexpr UserRoles everyone =
      administrator | sdm | technician | executive | finance | customer | auditor | integrator;
  constexpr UserRoles no_one;
  constexpr UserRoles of_permission[] = {
#define WORD(key, en, fr, meaning, roles) UserRoles{roles},
#include "vocabulary/permission.def"
#undef WORD
  };
  return of_permission[static_cast<std::size_t>(permission)];
}

}  // namespace vigie
