#include "store/people/person_erasure.h"

#include "engine/base/require.h"

namespace vigie {

namespace {

void run(Connection& rows, std::string_view sql, std::initializer_list<Parameter> values) {
  rows.run(sql, Parameters{values.begin(), values.size()});
}

void erase_from_journal(Connection& rows, const Erasure& erasure) {
  run(rows,
      "update act_change set before = null, after = null, salt = null"
      " where salt is not null and field in ('name', 'email') and act in"
      " (select number from act where thing in ('account', 'person') and reference = $1)",
      {std::string_view{erasure.person.row.reference}});
  if (!erasure.account) return;
  run(rows, "update act set origin = null, origin_salt = null where account = $1",
      {erasure.account->value});
}

void erase_what_lets_in(Connection& rows, Key<AccountRow> account) {
  for (const std::string_view sql :
       {"delete from session where account = $1", "delete from token where account = $1",
        "delete from invitation where account = $1",
        "delete from openid_identity where account = $1",
        "delete from notice_preference where account = $1",
        "update delivery set state = 'dropped', ended_at = clock_now() where account = $1 and "
        "state = 'waiting'",
        "update account set password_digest = null where id = $1"}) {
    run(rows, sql, {account.value});
  }
}

// Every table whose rows have a note: a text of who recorded them, beside its salted digest.
void erase_notes(Connection& rows, Key<AccountRow> account) {
  for (const std::string_view table : {"ticket_event", "outage_event", "dispute_step"}) {
    run(rows,
        "update " + std::string{table} +
            " set note = null, note_salt = null where note_salt is not null and act in (select "
            "number from act where account = $1)",
        {account.value});
  }
}

}  // namespace

std::optional<KeptPerson> person_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference) {
  static const std::string select =
      "select id, " + select_list<PersonRow>() + " from person where reference = $1";
  std::optional<KeptPerson> found;
  rows.run(select, std::array<Parameter, 1>{reference}, [&](const Row& row) {
    found = KeptPerson{.key = {row.whole(0)}, .row = row_from<PersonRow>(row, 1)};
  });
  if (found && !scope.covers({.customer = found->row.party})) return std::nullopt;
  return found;
}

std::optional<Key<AccountRow>> account_of_person(Connection& rows, Key<PersonRow> person) {
  std::optional<Key<AccountRow>> found;
  rows.run("select id from account where person = $1", std::array<Parameter, 1>{person.value},
           [&](const Row& row) { found = Key<AccountRow>{row.whole(0)}; });
  return found;
}

void erase_texts_of(Connection& rows, const Erasure& erasure) {
  const PersonRow& before = erasure.person.row;
  erase_from_journal(rows, erasure);
  if (before.name) {
    run(rows,
        "update agreement_signature set name = null, capacity = null, salt = null where name = $1",
        {std::string_view{*before.name}});
  }
  if (erasure.account) erase_what_lets_in(rows, *erasure.account);
  if (erasure.account && erasure.with_notes) erase_notes(rows, *erasure.account);
  // References are letters, digits and hyphens: nothing of them means anything to LIKE.
  const std::string told = "%\"" + before.reference + "\"%";
  run(rows, "delete from answer where body like $1", {std::string_view{told}});
  PersonRow after = before;
  after.name = after.name_sort = after.email = std::nullopt;
  after.erased_at = erasure.at;
  ++after.version;
  require(change_person_row(rows, erasure.person.key, after), "the version was just read");
}

}  // namespace vigie
