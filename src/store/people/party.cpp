#include "store/people/party.h"

#include <algorithm>

namespace vigie {

namespace {

// A party is its own customer, for the scope.
constexpr BelongingColumns columns{.customer = "p.id"};

KeptParty kept_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<PartyRow>(row, 1)};
}

const std::string& select_party() {
  static const std::string text = "select p.id, " + select_list<PartyRow>("p") + " from party p";
  return text;
}

}  // namespace

std::optional<KeptParty> party_by_reference(Connection& rows, const Scope& scope,
                                            std::string_view reference) {
  std::optional<KeptParty> found;
  static const std::string select = select_party() + " where p.reference = $1";
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = kept_from(row); });
  if (found && !scope.covers({.customer = found->key})) return std::nullopt;
  return found;
}

std::optional<KeptParty> party_by_designation(Connection& rows, std::string_view designation) {
  std::optional<KeptParty> found;
  static const std::string select = select_party() + " where p.designation = $1";
  rows.run(select, std::array<Parameter, 1>{designation},
           [&](const Row& row) { found = kept_from(row); });
  return found;
}

KeptParty party_of_key(Connection& rows, Key<PartyRow> key) {
  static const std::string select = select_party() + " where p.id = $1";
  KeptParty found;
  rows.run(select, std::array<Parameter, 1>{key.value},
           [&](const Row& row) { found = kept_from(row); });
  return found;
}

std::string party_reference(Connection& rows, Key<PartyRow> key) {
  std::string reference;
  rows.run("select reference from party where id = $1", std::array<Parameter, 1>{key.value},
           [&](const Row& row) { reference = row.text(0); });
  return reference;
}

std::vector<ListedParty> parties_after(Connection& rows, const Scope& scope,
                                       const PartyPlace& after, std::int64_t most) {
  static const std::string select = "select p.id, w.reference, " + select_list<PartyRow>("p") +
                                    " from party p left join party w on w.id = p.parent"
                                    " where (p.name_sort, p.id) > ($1, $2) and ";
  std::vector<Parameter> values{after.name_sort, after.key, most};
  const std::string condition = scope_condition(scope, columns, values);
  std::vector<ListedParty> found;
  rows.run(select + condition + " order by p.name_sort, p.id limit $3", values,
           [&](const Row& row) {
             found.push_back({.key = {row.whole(0)},
                              .parent = FieldValue<std::optional<std::string>>::from_sql(row, 1),
                              .row = row_from<PartyRow>(row, 2)});
           });
  return found;
}

std::vector<Key<PartyRow>> parties_within(Connection& rows, Key<PartyRow> whole) {
  std::vector<Key<PartyRow>> found;
  rows.run(
      "with recursive part (id) as (select id from party where id = $1 union"
      " select p.id from party p join part on p.parent = part.id) select id from part order by id",
      std::array<Parameter, 1>{whole.value},
      [&](const Row& row) { found.push_back({row.whole(0)}); });
  return found;
}

Key<PartyRow> add_party_row(Connection& rows, const PartyRow& row) {
  static const std::string insert = insert_statement<PartyRow>("party") + " returning id";
  Key<PartyRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_party_row(Connection& rows, Key<PartyRow> key, const PartyRow& row) {
  static const std::string update = update_statement<PartyRow>("party");
  std::array<Parameter, field_count<PartyRow>() + 2> values;
  put_values(row, values);
  values[field_count<PartyRow>()] = key.value;
  values[field_count<PartyRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

}  // namespace vigie
