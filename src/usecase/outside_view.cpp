#include "usecase/outside_view.h"

#include "store/people/party.h"
#include "vocabulary/ticket.h"

namespace vigie {

bool reads_chain(const Caller& caller, Key<PartyRow> customer) {
  return caller.rights.scope_of(Permission::read_chain).meets(customer);
}

std::string OutsideView::party(const std::string& designation) const {
  if (designation.empty() || from_key<Role>(designation)) return designation;
  const auto known = party_by_designation(*rows_, designation);
  if (!known) return std::string{key_of(Role::third_party)};
  switch (known->row.kind) {
    case PartyKind::owner:
      return std::string{key_of(Role::provider)};
    case PartyKind::supplier:
      return std::string{key_of(Role::supplier)};
    case PartyKind::customer:
      break;
  }
  return designation;
}

std::optional<OutsideView> outside_view(Connection& rows, const Caller& caller,
                                        Key<PartyRow> customer) {
  if (reads_chain(caller, customer)) return std::nullopt;
  return OutsideView{rows};
}

}  // namespace vigie
