#include "store/identity/account.h"

namespace vigie {

namespace {

constexpr int account_column = 2;
constexpr int person_column = account_column + static_cast<int>(field_count<AccountRow>());

const std::string& select_account() {
  static const std::string text =
      "select a.id, w.reference, " + select_list<AccountRow>("a") + ", " +
      select_list<PersonRow>("p") +
      " from account a join person p on p.id = a.person join party w on w.id = p.party";
  return text;
}

KeptAccount account_from(const Row& row) {
  return {.key = {row.whole(0)},
          .row = row_from<AccountRow>(row, account_column),
          .person = row_from<PersonRow>(row, person_column),
          .party = std::string{row.text(1)}};
}

std::optional<KeptAccount> one_account(Connection& rows, const std::string& select,
                                       Parameter value) {
  std::optional<KeptAccount> found;
  rows.run(select, std::array<Parameter, 1>{value},
           [&](const Row& row) { found = account_from(row); });
  return found;
}

}  // namespace

std::optional<KeptAccount> account_by_reference(Connection& rows, const Scope& scope,
                                                std::string_view reference) {
  static const std::string select = select_account() + " where p.reference = $1";
  auto found = one_account(rows, select, reference);
  if (found && !scope.covers({.customer = found->person.party})) return std::nullopt;
  return found;
}

std::string reference_of_account(Connection& rows, Key<AccountRow> key) {
  std::string reference;
  rows.run("select p.reference from account a join person p on p.id = a.person where a.id = $1",
           std::array<Parameter, 1>{key.value}, [&](const Row& row) { reference = row.text(0); });
  return reference;
}

std::optional<KeptAccount> account_by_email(Connection& rows, std::string_view email) {
  static const std::string select = select_account() + " where p.email = $1";
  return one_account(rows, select, email);
}

std::optional<KeptAccount> account_of_key(Connection& rows, Key<AccountRow> key) {
  static const std::string select = select_account() + " where a.id = $1";
  return one_account(rows, select, key.value);
}

std::vector<KeptAccount> accounts_after(Connection& rows, const Scope& scope,
                                        const PersonPlace& after, std::int64_t most) {
  static const std::string select =
      select_account() + " where (coalesce(p.name_sort, ''), a.id) > ($1, $2) and ";
  std::vector<Parameter> values{after.name_sort, after.key, most};
  const std::string condition = scope_condition(scope, {.customer = "p.party"}, values);
  std::vector<KeptAccount> found;
  rows.run(select + condition + " order by coalesce(p.name_sort, ''), a.id limit $3", values,
           [&](const Row& row) { found.push_back(account_from(row)); });
  return found;
}

Key<AccountRow> add_account_row(Connection& rows, const AccountRow& row) {
  static const std::string insert = insert_statement<AccountRow>("account") + " returning id";
  Key<AccountRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_account_row(Connection& rows, Key<AccountRow> key, const AccountRow& row) {
  static const std::string update = update_statement<AccountRow>("account");
  std::array<Parameter, field_count<AccountRow>() + 2> values;
  put_values(row, values);
  values[field_count<AccountRow>()] = key.value;
  values[field_count<AccountRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

}  // namespace vigie
