// Who a holder is in the eyes of one agreement: a party is provider, customer or supplier in an
// agreement, never by itself. Design A1, F4.
#pragma once

#include <span>
#include <vector>

#include "engine/agreement/agreement.h"
#include "vocabulary/ticket.h"

namespace vigie {

/// Events name a company, or one of the words provider, customer, supplier, third_party, nobody,
/// which are read as an SLA would; a holder without a party is the provider's.
/// In an underpinning contract the supplier is the provider, in an operational agreement the team.
class Roles {
 public:
  /// `all`: the agreements of the run, where underpinning contracts name our suppliers.
  Roles(const Agreement& agreement, std::span<const Agreement> all, Names& names);

  /// Whether the agreement, or the words of roles, name `party`.
  bool knows(Id<Party> party) const;
  /// Constant time for the few parties of an agreement. An unknown company is a third party.
  Role role_of(const Holder& holder) const;

 private:
  struct Known {
    Id<Party> party;
    Role role;
  };
  void know(Names& names, const std::string& party, Role role);

  std::vector<Known> known_;
  Id<Team> team_;  // of an operational agreement: the only one that is the provider
  Role other_teams_ = Role::provider;
  Role unnamed_ = Role::provider;  // a holder without a party
};

}  // namespace vigie
