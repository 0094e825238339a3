#include "usecase/identity/grants.h"

#include <algorithm>

#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// A reference in lower case, none when it is none; false when it is malformed.
Outcome<std::optional<std::string>> reference_of(const std::optional<std::string>& text) {
  if (!text) return std::optional<std::string>{};
  auto reference = reference_from(*text);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", *text}});
  return reference;
}

Outcome<GrantRow> row_of(Desk& desk, const GrantView& asked) {
  const bool is_limited = asked.customer || asked.part || asked.team || asked.site;
  if (asked.role == UserRole::customer && !asked.customer) {
    return refused(Refusal::grant_needs_customer);
  }
  if (asked.role == UserRole::administrator && is_limited) return refused(Refusal::grant_is_whole);
  GrantRow row{.role = asked.role, .customer = {}, .part = asked.part, .team = {}, .site = {}};
  if (asked.customer) {
    const auto customer = reference_from(*asked.customer);
    const auto kept = customer ? party_by_reference(desk.rows(), desk.scope(), *customer)
                               : std::optional<KeptParty>{};
    if (!kept) return refused(Refusal::party_unknown, {{"reference", *asked.customer}});
    row.customer = kept->key;
  }
  auto team = reference_of(asked.team);
  if (!team) return team.error();
  auto site = reference_of(asked.site);
  if (!site) return site.error();
  row.team = *std::move(team);
  row.site = *std::move(site);
  return row;
}

std::string text_of(const GrantView& grant) {
  std::string text{key_of(grant.role)};
  if (grant.customer) text += " of " + *grant.customer;
  if (grant.part) text += " (" + std::string{key_of(*grant.part)} + ")";
  if (grant.team) text += " in team " + *grant.team;
  if (grant.site) text += " at " + *grant.site;
  return text;
}

}  // namespace

Outcome<std::vector<GrantRow>> grant_rows(Desk& desk, const std::vector<GrantView>& asked) {
  if (asked.empty()) return refused(Refusal::role_missing);
  std::vector<GrantRow> rows;
  for (const GrantView& each : asked) {
    auto row = row_of(desk, each);
    if (!row) return row.error();
    if (std::ranges::find(rows, *row) != rows.end()) return refused(Refusal::grant_repeated);
    rows.push_back(*std::move(row));
  }
  return rows;
}

std::vector<GrantView> grant_views(const std::vector<KeptGrant>& grants) {
  std::vector<GrantView> views;
  for (const KeptGrant& each : grants) {
    views.push_back({.role = each.row.role,
                     .customer = each.customer,
                     .part = each.row.part,
                     .team = each.row.team,
                     .site = each.row.site});
  }
  return views;
}

std::string text_of(const std::vector<GrantView>& grants) {
  std::string text;
  for (const GrantView& each : grants) text += (text.empty() ? "" : "; ") + text_of(each);
  return text;
}

bool has_administrator(const std::vector<GrantView>& grants) {
  return std::ranges::any_of(
      grants, [](const GrantView& each) { return each.role == UserRole::administrator; });
}

}  // namespace vigie
