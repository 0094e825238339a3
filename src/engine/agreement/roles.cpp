#include "engine/agreement/roles.h"

#include <algorithm>

namespace vigie {

namespace {

/// In an underpinning contract the supplier promises to our company, behind which is its customer.
bool underpins(const Agreement& uc, const Agreement& agreement) {
  return uc.kind == AgreementKind::uc && uc.between.customer == agreement.between.provider;
}

}  // namespace

Roles::Roles(const Agreement& agreement, std::span<const Agreement> all, Names& names) {
  const Parties& between = agreement.between;
  const bool is_uc = agreement.kind == AgreementKind::uc;
  const bool is_ola = agreement.kind == AgreementKind::ola;
  if (is_ola) {
    team_ = names.intern<Team>(between.team.empty() ? between.provider : between.team);
    other_teams_ = Role::customer;
    if (!between.team.empty()) know(names, between.provider, Role::provider);
    know(names, between.customer, Role::provider);
  } else {
    know(names, between.provider, Role::provider);
    know(names, between.customer, Role::customer);
  }
  for (const auto& party : between.suppliers) know(names, party, Role::supplier);
  for (const auto& party : between.customer_side) know(names, party, Role::customer);
  for (const Agreement& other : all) {
    if (!is_uc && underpins(other, agreement)) know(names, other.between.provider, Role::supplier);
  }
  unnamed_ = is_uc ? Role::customer : Role::provider;
  know(names, "provider", is_uc ? Role::customer : Role::provider);
  know(names, "supplier", is_uc ? Role::provider : Role::supplier);
  know(names, "customer", Role::customer);
  know(names, "third_party", Role::third_party);
  know(names, "nobody", Role::nobody);
}

void Roles::know(Names& names, const std::string& party, Role role) {
  if (!party.empty()) known_.push_back({names.intern<Party>(party), role});
}

bool Roles::knows(Id<Party> party) const {
  return std::any_of(known_.begin(), known_.end(),
                     [&](const Known& known) { return known.party == party; });
}

Role Roles::role_of(const Holder& holder) const {
  Role role = holder.party ? Role::third_party : unnamed_;
  for (const Known& known : known_) {
    if (known.party == holder.party) {
      role = known.role;
      break;
    }
  }
  if (role == Role::provider && team_ && holder.team != team_) return other_teams_;
  return role;
}

}  // namespace vigie
