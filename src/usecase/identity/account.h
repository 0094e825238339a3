// Acts on accounts: who may sign in, with which roles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/identity/identity.h"
#include "usecase/list_page.h"
#include "vocabulary/identity.h"
#include "vocabulary/money.h"

namespace vigie {

/// A role, and where it holds: what is none is not asked for.
struct GrantView {
  UserRole role{};
  std::optional<std::string> customer;
  std::optional<ContractPart> part;
  std::optional<std::string> team;
  std::optional<std::string> site;

  friend bool operator==(const GrantView&, const GrantView&) = default;
};

template <>
inline constexpr std::string_view title_of<GrantView> = "Grant";
template <>
inline constexpr auto fields_of<GrantView> = std::tuple{
    field("role", &GrantView::role, "Which role."),
    field("customer", &GrantView::customer, "For one customer, with its subsidiaries."),
    field("part", &GrantView::part, "For one part of the contract."),
    field("team", &GrantView::team, "For what one team works on."),
    field("site", &GrantView::site, "For one site."),
};

struct AccountView {
  std::string reference;
  std::int64_t version = 0;
  AccountState state{};
  std::string name;
  std::string email;
  std::string party;
  SpokenLanguage language{};
  std::vector<GrantView> grants;
};

template <>
inline constexpr std::string_view title_of<AccountView> = "Account";
template <>
inline constexpr auto fields_of<AccountView> = std::tuple{
    field("reference", &AccountView::reference, "What the world calls its owner."),
    field("version", &AccountView::version, "Raised by one by each change."),
    field("state", &AccountView::state, "Whether it lets anyone in."),
    field("name", &AccountView::name, "Shown to people; empty once erased."),
    field("email", &AccountView::email, "By which its owner signs in; empty once erased."),
    field("party", &AccountView::party, "Whom its owner belongs to."),
    field("language", &AccountView::language, "In which its owner is spoken to."),
    field("grants", &AccountView::grants, "Its roles, and where they hold."),
};

struct AddAccount {
  std::string reference;
  std::string name;
  std::string email;
  std::string party;
  SpokenLanguage language{};
  std::vector<GrantView> grants;
};

template <>
inline constexpr std::string_view title_of<AddAccount> = "AccountToAdd";
template <>
inline constexpr auto fields_of<AddAccount> = std::tuple{
    field("reference", &AddAccount::reference,
          "What the world will call its owner: letters, digits and hyphens."),
    field("name", &AddAccount::name, "Shown to people."),
    field("email", &AddAccount::email, "By which its owner will sign in."),
    field("party", &AddAccount::party, "Whom its owner belongs to."),
    field("language", &AddAccount::language, "In which its owner is spoken to."),
    field("grants", &AddAccount::grants, "Its roles, one at least."),
};

struct ChangeAccount {
  std::optional<std::string> name;
  std::optional<SpokenLanguage> language;
  std::optional<std::vector<GrantView>> grants;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeAccount> = "AccountToChange";
template <>
inline constexpr auto fields_of<ChangeAccount> = std::tuple{
    field("name", &ChangeAccount::name, "Shown to people."),
    field("language", &ChangeAccount::language, "In which its owner is spoken to."),
    field("grants", &ChangeAccount::grants, "All of its roles from now on."),
    field("is_closed", &ChangeAccount::is_closed, "True closes it for good."),
};

/// For the journal and the terminal: `sdm of acme (run); technician`.
std::string text_of(const std::vector<GrantView>& grants);

/// It lets nobody in before an invitation is accepted. Refused, in this order:
/// reference_malformed, name_malformed, email_malformed, party_unknown, then of its roles
/// role_missing, grant_needs_customer, grant_is_whole, party_unknown, reference_malformed,
/// grant_repeated, then reference_taken, email_taken.
Outcome<AccountView> add_account(Desk& desk, const AddAccount& asked);
/// With a password, by its digest: it may sign in at once.
Outcome<AccountView> add_account(Desk& desk, const AddAccount& asked,
                                 const std::optional<std::string>& password_digest);

/// What changes in rights holds from the next request on. Refused, in this order: not_found,
/// version_changed, account_is_closed, name_malformed, those of roles, last_administrator.
Outcome<AccountView> change_account(Desk& desk, const Addressed& at, const ChangeAccount& asked);

/// Refused: not_found.
Outcome<AccountView> account(const Look& look, std::string_view reference);

/// By the names of their owners. Refused: cursor_unknown.
Outcome<ListPage<AccountView>> accounts(const Look& look, const ListAsked& asked);

}  // namespace vigie
