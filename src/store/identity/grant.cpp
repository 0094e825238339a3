#include "store/identity/grant.h"

namespace vigie {

std::vector<KeptGrant> grants_of(Connection& rows, Key<AccountRow> account) {
  static const std::string select =
      "select w.reference, " + select_list<GrantRow>("g") +
      " from role_grant g left join party w on w.id = g.customer where g.account = $1"
      " order by g.id";
  std::vector<KeptGrant> found;
  rows.run(select, std::array<Parameter, 1>{account.value}, [&](const Row& row) {
    found.push_back({.row = row_from<GrantRow>(row, 1),
                     .customer = FieldValue<std::optional<std::string>>::from_sql(row, 0)});
  });
  return found;
}

void replace_grants(Connection& rows, Key<AccountRow> account,
                    const std::vector<GrantRow>& grants) {
  static const std::string insert = insert_statement<GrantRow>("role_grant");
  rows.run("delete from role_grant where account = $1", std::array<Parameter, 1>{account.value});
  for (GrantRow grant : grants) {
    grant.account = account;
    rows.run(insert, values_of(grant));
  }
}

bool has_other_administrator(Connection& rows, Key<AccountRow> account) {
  return rows.run(
             "select 1 from role_grant g join account a on a.id = g.account"
             " where g.role = $1 and g.account <> $2 and a.closed_at is null"
             " and a.password_digest is not null limit 1",
             std::array<Parameter, 2>{key_of(UserRole::administrator), account.value}) > 0;
}

}  // namespace vigie
