#include "store/warning/told.h"

namespace vigie {

namespace {

std::vector<Key<AccountRow>> keys(Connection& rows, std::string_view select, Parameter value) {
  std::vector<Key<AccountRow>> found;
  rows.run(select, std::array<Parameter, 1>{value},
           [&](const Row& row) { found.push_back({row.whole(0)}); });
  return found;
}

}  // namespace

std::vector<Key<AccountRow>> accounts_of_team(Connection& rows, Key<TeamRow> team) {
  return keys(rows,
              "select a.id from team_member m join account a on a.person = m.person"
              " where m.team = $1 and a.closed_at is null order by a.id",
              team.value);
}

std::optional<Key<TeamRow>> team_called(Connection& rows, std::string_view company,
                                        std::string_view designation) {
  std::optional<Key<TeamRow>> found;
  rows.run(
      "select t.id from team t join party p on p.id = t.party where t.designation = $1"
      " and (p.designation = $2 or $2 = '') and t.is_closed = 0 order by t.id limit 1",
      std::array<Parameter, 2>{designation, company},
      [&](const Row& row) { found = Key<TeamRow>{row.whole(0)}; });
  return found;
}

std::vector<Key<AccountRow>> accounts_of_role(Connection& rows, UserRole role) {
  return keys(rows,
              "select distinct a.id from role_grant g join account a on a.id = g.account"
              " where g.role = $1 and a.closed_at is null order by a.id",
              key_of(role));
}

}  // namespace vigie
