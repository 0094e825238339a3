// What someone may do, and on which rows.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "store/scope.h"
#include "vocabulary/permission.h"

namespace vigie {

/// A role, and where it holds.
struct Grant {
  UserRole role{};
  Reach reach;
};

/// Each permission has the reach of the grants whose role holds it, and of no other grant: who is
/// technician everywhere and service delivery manager of one customer changes the agreements of
/// that customer alone. Cheap to copy; never changed once made. Source: design S1.
class Rights {
 public:
  /// Those of nobody.
  Rights();
  static Rights of(const std::vector<Grant>& grants);
  /// One role, wherever `scope` reaches.
  static Rights of(UserRole role, const Scope& scope = Scope::whole());

  /// These, without the permissions that are not among `kept`: what a token is given.
  Rights limited_to(std::span<const Permission> kept) const;

  UserRoles roles() const { return held_->roles; }
  bool hold(Permission permission) const { return place_of(permission) != 0; }
  /// Empty for a permission that is not held.
  const Scope& scope_of(Permission permission) const { return held_->scopes[place_of(permission)]; }

 private:
  static constexpr std::size_t permissions = std::size(Vocabulary<Permission>::words);
  struct Held {
    UserRoles roles;
    std::vector<Scope> scopes{Scope::of({})};  // the first: what is not held
    std::array<std::uint8_t, permissions> places{};
  };
  std::size_t place_of(Permission permission) const {
    return held_->places[static_cast<std::size_t>(permission)];
  }

  std::shared_ptr<const Held> held_;
};

}  // namespace vigie
