#include "store/identity/openid_identity.h"

#include <array>

namespace vigie {

namespace {

std::int64_t microseconds_of(Instant at) { return at.time_since_epoch().count(); }

}  // namespace

std::optional<KeptAccount> account_by_identity(Connection& rows, std::string_view issuer,
                                               std::string_view subject) {
  std::optional<Key<AccountRow>> account;
  rows.run("select account from openid_identity where issuer = $1 and subject = $2",
           std::array<Parameter, 2>{issuer, subject},
           [&](const Row& row) { account = Key<AccountRow>{row.whole(0)}; });
  if (!account) return std::nullopt;
  return account_of_key(rows, *account);
}

bool has_identity_of(Connection& rows, Key<AccountRow> account, std::string_view issuer) {
  bool is_there = false;
  rows.run("select 1 from openid_identity where account = $1 and issuer = $2 limit 1",
           std::array<Parameter, 2>{account.value, issuer}, [&](const Row&) { is_there = true; });
  return is_there;
}

void add_identity_row(Connection& rows, const OpenidIdentityRow& row) {
  static const std::string insert = insert_statement<OpenidIdentityRow>("openid_identity");
  rows.run(insert, values_of(row));
}

std::int64_t end_identities(Connection& rows, Key<AccountRow> account) {
  return rows.run("delete from openid_identity where account = $1",
                  std::array<Parameter, 1>{account.value});
}

bool end_attempt(Connection& rows, const Bytes& digest, Instant now, Instant forgotten) {
  rows.run("delete from openid_attempt where ended_at < $1",
           std::array<Parameter, 1>{microseconds_of(forgotten)});
  return rows.run(
             "insert into openid_attempt (digest, ended_at) values ($1, $2)"
             " on conflict (digest) do nothing",
             std::array<Parameter, 2>{BytesView{digest}, microseconds_of(now)}) == 1;
}

}  // namespace vigie
