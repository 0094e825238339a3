#include "store/identity/invitation.h"

namespace vigie {

void put_invitation(Connection& rows, const InvitationRow& row) {
  static const std::string insert = insert_statement<InvitationRow>("invitation");
  end_invitation(rows, row.account);
  rows.run(insert, values_of(row));
}

std::optional<InvitationRow> invitation_by_digest(Connection& rows, const Bytes& digest) {
  static const std::string select =
      "select " + select_list<InvitationRow>() +
      " from invitation where digest = $1 and expires_at > clock_now()";
  std::optional<InvitationRow> found;
  rows.run(select, std::array<Parameter, 1>{BytesView{digest}},
           [&](const Row& row) { found = row_from<InvitationRow>(row); });
  return found;
}

void end_invitation(Connection& rows, Key<AccountRow> account) {
  rows.run("delete from invitation where account = $1", std::array<Parameter, 1>{account.value});
}

}  // namespace vigie
