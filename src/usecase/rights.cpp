#include "usecase/rights.h"

#include <algorithm>
#include <map>

namespace vigie {

namespace {

UserRoles roles_of(const std::vector<Grant>& grants) {
  UserRoles roles;
  for (const Grant& grant : grants) roles = roles | grant.role;
  return roles;
}

}  // namespace

Rights::Rights() {
  static const auto none = std::make_shared<const Held>();
  held_ = none;
}

Rights Rights::of(const std::vector<Grant>& grants) {
  auto held = std::make_shared<Held>();
  held->roles = roles_of(grants);
  // Permissions of the same roles among those held share one scope.
  std::map<std::uint16_t, std::uint8_t> known;
  for (std::size_t i = 0; i < permissions; ++i) {
    const UserRoles with = roles_with(static_cast<Permission>(i));
    const auto meeting = static_cast<std::uint16_t>(with.bits & held->roles.bits);
    if (meeting == 0) continue;
    const auto [place, is_new] =
        known.emplace(meeting, static_cast<std::uint8_t>(held->scopes.size()));
    held->places[i] = place->second;
    if (!is_new) continue;
    std::vector<Reach> reaches;
    for (const Grant& grant : grants) {
      if (with.holds(grant.role)) reaches.push_back(grant.reach);
    }
    held->scopes.push_back(Scope::of(std::move(reaches)));
  }
  Rights rights;
  rights.held_ = std::move(held);
  return rights;
}

Rights Rights::of(UserRole role, const Scope& scope) {
  std::vector<Grant> grants;
  for (const Reach& reach : scope.reaches()) grants.push_back({.role = role, .reach = reach});
  return of(grants);
}

Rights Rights::limited_to(std::span<const Permission> kept) const {
  auto held = std::make_shared<Held>(*held_);
  for (std::size_t i = 0; i < permissions; ++i) {
    if (std::ranges::find(kept, static_cast<Permission>(i)) == kept.end()) held->places[i] = 0;
  }
  Rights rights;
  rights.held_ = std::move(held);
  return rights;
}

}  // namespace vigie
