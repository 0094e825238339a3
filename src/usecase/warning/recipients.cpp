#include "usecase/warning/recipients.h"

#include <algorithm>

#include "store/identity/account.h"
#include "store/notice/webhook.h"
#include "store/warning/told.h"
#include "usecase/identity/gate.h"

namespace vigie {

namespace {

template <class Item>
void add_once(std::vector<Item>& items, Item item) {
  if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

}  // namespace

const LadderLevels& Recipients::ladder(Key<EscalationLadderRow> key) {
  const auto [at, is_new] = ladders_.try_emplace(key.value);
  if (is_new) {
    at->second = {.levels = levels_of(rows_, key), .recipients = recipients_of(rows_, key)};
  }
  return at->second;
}

ThoseTold Recipients::of(Key<EscalationLadderRow> key, std::int64_t level, const ToldAbout& about) {
  ThoseTold told;
  for (const EscalationRecipientRow& recipient : ladder(key).recipients) {
    if (recipient.level == level) add(recipient, about, told);
  }
  return told;
}

void Recipients::add(const EscalationRecipientRow& recipient, const ToldAbout& about,
                     ThoseTold& told) {
  if (recipient.kind == RecipientKind::webhook) {
    const auto kept = kept_by_reference<WebhookRow>(rows_, recipient.reference);
    if (kept && !kept->row.is_closed) add_once(told.webhooks, kept->key);
    return;
  }
  const auto as = recipient.kind == RecipientKind::role ? from_key<UserRole>(recipient.reference)
                                                        : std::optional<UserRole>{};
  for (const Key<AccountRow> account : named(recipient, about)) {
    add_account(account, as, about, told);
  }
}

void Recipients::add_account(Key<AccountRow> account, std::optional<UserRole> as,
                             const ToldAbout& about, ThoseTold& told) {
  const Scope& scope = rights(account, as).scope_of(about.permission);
  const bool may =
      about.customer
          ? scope.covers(
                {.customer = *about.customer, .part = {}, .team = about.team, .site = about.site})
          : scope.is_whole();
  if (may) add_once(told.accounts, account);
}

const std::vector<Key<AccountRow>>& Recipients::named(const EscalationRecipientRow& recipient,
                                                      const ToldAbout& about) {
  std::string name{key_of(recipient.kind)};
  name += "/" + recipient.reference;
  if (recipient.kind == RecipientKind::holder) {
    name += std::string{about.holder} + "/" + std::string{about.team};
  }
  const auto [at, is_new] = named_.try_emplace(std::move(name));
  if (is_new) at->second = read_named(recipient, about);
  return at->second;
}

std::vector<Key<AccountRow>> Recipients::read_named(const EscalationRecipientRow& recipient,
                                                    const ToldAbout& about) {
  switch (recipient.kind) {
    case RecipientKind::account: {
      const auto kept = account_by_reference(rows_, Scope::whole(), recipient.reference);
      return kept ? std::vector{kept->key} : std::vector<Key<AccountRow>>{};
    }
    case RecipientKind::team: {
      const auto team = kept_by_reference<TeamRow>(rows_, recipient.reference);
      return team ? accounts_of_team(rows_, team->key) : std::vector<Key<AccountRow>>{};
    }
    case RecipientKind::holder: {
      const bool is_word = from_key<Role>(about.holder).has_value();
      const auto team = team_called(rows_, is_word ? std::string_view{} : about.holder, about.team);
      return team ? accounts_of_team(rows_, *team) : std::vector<Key<AccountRow>>{};
    }
    case RecipientKind::rota:
      return read_on_call(recipient.reference);
    case RecipientKind::role: {
      const auto role = from_key<UserRole>(recipient.reference);
      return role ? accounts_of_role(rows_, *role) : std::vector<Key<AccountRow>>{};
    }
    case RecipientKind::webhook:
      break;
  }
  return {};
}

/// An event says an address, or the reference of an account.
std::vector<Key<AccountRow>> Recipients::read_on_call(std::string_view reference) {
  std::vector<Key<AccountRow>> found;
  const auto rota = kept_by_reference<RotaRow>(rows_, reference);
  if (!rota || rota->row.is_closed) return found;
  for (const std::string& who : rotas_.on_call(*rota, now_)) {
    const auto kept = who.find('@') == std::string::npos
                          ? account_by_reference(rows_, Scope::whole(), who)
                          : account_by_email(rows_, who);
    if (kept) add_once(found, kept->key);
  }
  return found;
}

const Rights& Recipients::rights(Key<AccountRow> account, std::optional<UserRole> as) {
  const int role = as ? static_cast<int>(*as) : -1;
  const auto [at, is_new] = rights_.try_emplace({account.value, role});
  if (is_new) at->second = Gate::rights_of(rows_, account, as);
  return at->second;
}

}  // namespace vigie
