#include "usecase/identity/account.h"

#include "engine/base/text.h"
#include "store/identity/invitation.h"
#include "store/identity/rights_version.h"
#include "store/identity/session.h"
#include "store/identity/token.h"
#include "store/notice/posting.h"
#include "usecase/identity/grants.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

AccountState state_of(const AccountRow& row) {
  if (row.closed_at) return AccountState::closed;
  return row.password_digest ? AccountState::active : AccountState::invited;
}

AccountView view_of(Connection& rows, const KeptAccount& kept) {
  return {.reference = kept.person.reference,
          .version = kept.row.version,
          .state = state_of(kept.row),
          .name = kept.person.name.value_or(""),
          .email = kept.person.email.value_or(""),
          .party = kept.party,
          .language = kept.row.language,
          .grants = grant_views(grants_of(rows, kept.key))};
}

/// What the journal keeps of an account: what is typed, and its roles.
void note_change(Act& act, const AccountView* before, const AccountView& after) {
  const auto was = [&](auto text) {
    return before == nullptr ? std::optional<std::string>{} : std::optional{text(*before)};
  };
  const auto note = [&](std::string_view field, auto text) {
    act.change(field, was(text), text(after));
  };
  note("state", [](const AccountView& view) { return std::string{key_of(view.state)}; });
  note("name", [](const AccountView& view) { return view.name; });
  note("email", [](const AccountView& view) { return view.email; });
  note("party", [](const AccountView& view) { return view.party; });
  note("language", [](const AccountView& view) { return std::string{key_of(view.language)}; });
  note("grants", [](const AccountView& view) { return text_of(view.grants); });
}

/// A new account that was looked at from all sides.
struct NewAccount {
  PersonRow person;
  std::vector<GrantRow> grants;
};

Outcome<NewAccount> new_account(Desk& desk, const AddAccount& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  const auto email = email_from(asked.email);
  if (!email) return refused(Refusal::email_malformed, {{"text", asked.email}});
  const auto party = party_by_reference(desk.rows(), desk.scope(), folded(asked.party));
  if (!party) return refused(Refusal::party_unknown, {{"reference", asked.party}});
  auto grants = grant_rows(desk, asked.grants);
  if (!grants) return grants.error();
  if (has_person(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (has_email(desk.rows(), *email)) return refused(Refusal::email_taken);
  return NewAccount{.person = {.reference = *reference,
                               .party = party->key,
                               .name = *name,
                               .name_sort = plain_form(*name),
                               .email = *email,
                               .erased_at = {}},
                    .grants = *std::move(grants)};
}

void close_account(Connection& rows, Key<AccountRow> key) {
  end_sessions(rows, key, std::nullopt);
  end_tokens(rows, key);
  end_invitation(rows, key);
  drop_deliveries(rows, key);
}

/// What is asked for, on the account as it is kept; the roles when they change.
struct Change {
  KeptAccount kept;
  std::optional<std::vector<GrantRow>> grants;
};

Outcome<Change> changed(Desk& desk, const KeptAccount& kept, const ChangeAccount& asked) {
  Change change{.kept = kept, .grants = {}};
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    change.kept.person.name = *name;
    change.kept.person.name_sort = plain_form(*name);
  }
  if (asked.language) change.kept.row.language = *asked.language;
  bool stays_administrator = has_administrator(grant_views(grants_of(desk.rows(), kept.key)));
  const bool was_administrator = stays_administrator && kept.row.password_digest;
  if (asked.grants) {
    auto grants = grant_rows(desk, *asked.grants);
    if (!grants) return grants.error();
    change.grants = *std::move(grants);
    stays_administrator = has_administrator(*asked.grants);
  }
  const bool closes = asked.is_closed.value_or(false);
  if (was_administrator && (closes || !stays_administrator) &&
      !has_other_administrator(desk.rows(), kept.key)) {
    return refused(Refusal::last_administrator);
  }
  return change;
}

void write_change(Desk& desk, Act& act, Change& change, bool closes) {
  Connection& rows = desk.rows();
  ++change.kept.row.version;
  ++change.kept.person.version;
  if (closes) change.kept.row.closed_at = act.at();
  require(change_account_row(rows, change.kept.key, change.kept.row), "just read");
  require(change_person_row(rows, change.kept.row.person, change.kept.person), "just read");
  if (change.grants) replace_grants(rows, change.kept.key, *change.grants);
  if (closes) close_account(rows, change.kept.key);
  raise_rights_version(rows);
}

}  // namespace

Outcome<AccountView> add_account(Desk& desk, const AddAccount& asked) {
  return add_account(desk, asked, std::nullopt);
}

Outcome<AccountView> add_account(Desk& desk, const AddAccount& asked,
                                 const std::optional<std::string>& password_digest) {
  const auto added = new_account(desk, asked);
  if (!added) return added.error();
  Act& act = desk.open(ActWord::account_added, Thing::account, added->person.reference);
  const AccountRow row{.person = add_person_row(desk.rows(), added->person),
                       .language = asked.language,
                       .password_digest = password_digest,
                       .closed_at = {}};
  const Key<AccountRow> key = add_account_row(desk.rows(), row);
  replace_grants(desk.rows(), key, added->grants);
  const AccountView view = view_of(desk.rows(), account_of_key(desk.rows(), key).value());
  note_change(act, nullptr, view);
  return view;
}

Outcome<AccountView> change_account(Desk& desk, const Addressed& at, const ChangeAccount& asked) {
  const auto kept = account_by_reference(desk.rows(), desk.scope(), folded(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(at.version.value_or(0))}});
  }
  if (kept->row.closed_at) return refused(Refusal::account_is_closed);
  auto change = changed(desk, *kept, asked);
  if (!change) return change.error();
  const AccountView before = view_of(desk.rows(), *kept);
  const bool closes = asked.is_closed.value_or(false);
  Act& act = desk.open(closes ? ActWord::account_closed : ActWord::account_changed, Thing::account,
                       kept->person.reference);
  Change written = *std::move(change);
  write_change(desk, act, written, closes);
  const AccountView after = view_of(desk.rows(), written.kept);
  note_change(act, &before, after);
  return after;
}

Outcome<AccountView> account(const Look& look, std::string_view reference) {
  const auto kept = account_by_reference(look.rows, look.scope(), folded(reference));
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, *kept);
}

Outcome<ListPage<AccountView>> accounts(const Look& look, const ListAsked& asked) {
  constexpr std::string_view list = "accounts";
  PersonPlace after;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    after.name_sort = (*place)[0];
    after.key = whole_in((*place)[1]);
  }
  const auto found = accounts_after(look.rows, look.scope(), after, asked.most + 1);
  ListPage<AccountView> page;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (static_cast<std::int64_t>(i) == asked.most) {
      const KeptAccount& last = found[i - 1];
      page.next = cursor_of(
          list, std::vector{last.person.name_sort.value_or(""), std::to_string(last.key.value)});
      break;
    }
    page.items.push_back(view_of(look.rows, found[i]));
  }
  return page;
}

}  // namespace vigie
