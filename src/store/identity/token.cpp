#include "store/identity/token.h"

namespace vigie {

namespace {

const std::string& select_token() {
  static const std::string text = "select id, " + select_list<TokenRow>() + " from token";
  return text;
}

KeptToken token_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<TokenRow>(row, 1)};
}

}  // namespace

std::optional<KeptToken> token_by_digest(Connection& rows, const Bytes& digest) {
  static const std::string select = select_token() + " where digest = $1";
  std::optional<KeptToken> found;
  rows.run(select, std::array<Parameter, 1>{BytesView{digest}},
           [&](const Row& row) { found = token_from(row); });
  return found;
}

std::vector<KeptToken> tokens_of(Connection& rows, Key<AccountRow> account) {
  static const std::string select = select_token() + " where account = $1 order by id";
  std::vector<KeptToken> found;
  rows.run(select, std::array<Parameter, 1>{account.value},
           [&](const Row& row) { found.push_back(token_from(row)); });
  return found;
}

void add_token_row(Connection& rows, const TokenRow& row) {
  static const std::string insert = insert_statement<TokenRow>("token");
  rows.run(insert, values_of(row));
}

void note_token(Connection& rows, Key<TokenRow> key, CivilDay day) {
  rows.run("update token set used_on = $2 where id = $1",
           std::array<Parameter, 2>{key.value, FieldValue<CivilDay>::to_sql(day)});
}

void end_token(Connection& rows, Key<TokenRow> key) {
  rows.run("delete from token where id = $1", std::array<Parameter, 1>{key.value});
}

void end_tokens(Connection& rows, Key<AccountRow> account) {
  rows.run("delete from token where account = $1", std::array<Parameter, 1>{account.value});
}

}  // namespace vigie
