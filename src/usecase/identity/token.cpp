#include "usecase/identity/token.h"

#include <algorithm>

#include "store/identity/rights_version.h"
#include "store/identity/token.h"
#include "usecase/identity/secret.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::string text_of(const std::vector<Permission>& permissions) {
  std::string text;
  for (const Permission each : permissions) {
    text += (text.empty() ? "" : " ") + std::string{key_of(each)};
  }
  return text;
}

TokenView view_of(const TokenRow& row) {
  return {.reference = row.reference,
          .name = row.name,
          .permissions = permissions_from(row.permissions),
          .made_at = row.made_at,
          .expires_at = row.expires_at,
          .used_on = row.used_on};
}

}  // namespace

std::vector<Permission> permissions_from(std::string_view text) {
  std::vector<Permission> permissions;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (const auto word = from_key<Permission>(text.substr(0, blank))) permissions.push_back(*word);
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return permissions;
}

Outcome<MadeToken> make_token(Desk& desk, const MakeToken& asked, const IdentityTerms& terms) {
  if (!desk.caller().account) return refused(Refusal::unauthenticated);
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  if (asked.permissions.empty()) return refused(Refusal::permission_missing);
  for (const Permission each : asked.permissions) {
    if (desk.caller().rights.hold(each)) continue;
    return refused(Refusal::permission_not_held, {{"permission", std::string{key_of(each)}}});
  }
  if (asked.days < 1 || asked.days > terms.token_days) {
    return refused(Refusal::expiry_out_of_range, {{"most", std::to_string(terms.token_days)}});
  }
  const std::string secret = std::string{token_prefix} + made_secret();
  TokenRow row{.reference = made_reference(),
               .account = *desk.caller().account,
               .name = *name,
               .digest = digest_of_secret(secret),
               .permissions = text_of(asked.permissions),
               .made_at = {},
               .expires_at = {},
               .used_on = {}};
  Act& act = desk.open(ActWord::token_made, Thing::token, row.reference);
  row.made_at = act.at();
  row.expires_at = act.at() + std::chrono::days{asked.days};
  add_token_row(desk.rows(), row);
  act.change("name", std::nullopt, row.name);
  act.change("permissions", std::nullopt, row.permissions);
  act.change("days", std::nullopt, std::to_string(asked.days));
  return MadeToken{.token = view_of(row), .secret = secret};
}

Outcome<ListPage<TokenView>> tokens(const Look& look, const ListAsked& asked) {
  if (!look.caller.account) return refused(Refusal::unauthenticated);
  return page_of_all(tokens_of(look.rows, *look.caller.account), "tokens", asked,
                     [](const KeptToken& each) { return view_of(each.row); });
}

Outcome<std::string> end_token(Desk& desk, std::string_view reference) {
  if (!desk.caller().account) return refused(Refusal::unauthenticated);
  const auto all = tokens_of(desk.rows(), *desk.caller().account);
  const auto found = std::ranges::find_if(
      all, [&](const KeptToken& each) { return each.row.reference == reference; });
  if (found == all.end()) return refused(Refusal::not_found);
  desk.open(ActWord::token_ended, Thing::token, found->row.reference)
      .change("name", found->row.name, std::nullopt);
  end_token(desk.rows(), found->key);
  raise_rights_version(desk.rows());
  return found->row.reference;
}

}  // namespace vigie
