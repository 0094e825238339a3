#include "usecase/notice/webhook.h"

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "store/notice/posting.h"
#include "usecase/named_page.h"
#include "usecase/notice/call_address.h"
#include "usecase/notice/kept_secret.h"
#include "usecase/notice/webhook_signature.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

WebhookView view_of(const WebhookRow& row) {
  return {.reference = row.reference,
          .version = row.version,
          .name = row.name,
          .url = row.url,
          .is_closed = row.is_closed,
          .gone_at = row.gone_at,
          .old_until = row.old_until};
}

/// What is told of a change: no secret, and no instant that the act has already.
struct ToldWebhook {
  std::string name;
  std::string url;
  bool is_closed = false;
};

}  // namespace

template <>
inline constexpr auto fields_of<ToldWebhook> = std::tuple{
    field("name", &ToldWebhook::name, "Shown to people."),
    field("url", &ToldWebhook::url, "What is called."),
    field("is_closed", &ToldWebhook::is_closed, "It is told of nothing any more."),
};

namespace {

ToldWebhook told_of(const WebhookRow& row) {
  return {.name = row.name, .url = row.url, .is_closed = row.is_closed};
}

/// Refused, in this order: name_malformed, webhook_address_refused.
std::optional<Refused> set(WebhookRow& row, const WebhookChange& asked, const OpenHosts& hosts) {
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.url) {
    if (!may_be_called(*asked.url, hosts)) {
      return refused(Refusal::webhook_address_refused, {{"text", *asked.url}});
    }
    row.url = *asked.url;
  }
  if (asked.is_closed) row.is_closed = *asked.is_closed;
  if (!row.is_closed) row.gone_at.reset();
  return std::nullopt;
}

/// None: it is no secret of a webhook.
std::optional<std::string> secret_asked(const std::optional<std::string>& text) {
  if (!text) return made_webhook_secret();
  if (!is_webhook_secret(*text)) return std::nullopt;
  return *text;
}

}  // namespace

Outcome<MadeWebhook> add_webhook(Desk& desk, const WebhookAddition& asked, const OpenHosts& hosts) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  WebhookRow row{.reference = *reference};
  if (auto refusal = set(row, {.name = asked.name, .url = asked.url, .is_closed = {}}, hosts)) {
    return *std::move(refusal);
  }
  const auto secret = secret_asked(asked.secret);
  if (!secret) return refused(Refusal::webhook_secret_malformed);
  if (kept_by_reference<WebhookRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  row.secret = sealed_secret(desk.key(), *secret);
  Act& act = desk.open(ActWord::webhook_added, Thing::webhook, *reference);
  add_kept(desk.rows(), row);
  tell_changes<ToldWebhook>(act, nullptr, told_of(row));
  return MadeWebhook{.webhook = view_of(row), .secret = *secret};
}

Outcome<WebhookView> change_webhook(Desk& desk, const Addressed& at, const WebhookChange& asked,
                                    const OpenHosts& hosts) {
  const auto kept = kept_by_reference<WebhookRow>(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  WebhookRow row = kept->row;
  if (auto refusal = set(row, asked, hosts)) return *std::move(refusal);
  ++row.version;
  Act& act = desk.open(ActWord::webhook_changed, Thing::webhook, row.reference);
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  if (row.is_closed) drop_deliveries(desk.rows(), kept->key);
  const ToldWebhook before = told_of(kept->row);
  tell_changes(act, &before, told_of(row));
  return view_of(row);
}

Outcome<MadeWebhook> change_secret(Desk& desk, std::string_view reference, const NewSecret& asked) {
  const auto kept = kept_by_reference<WebhookRow>(desk.rows(), folded(reference));
  if (!kept) return refused(Refusal::not_found);
  if (kept->row.is_closed) return refused(Refusal::webhook_is_closed);
  const auto secret = secret_asked(asked.secret);
  if (!secret) return refused(Refusal::webhook_secret_malformed);
  WebhookRow row = kept->row;
  Act& act = desk.open(ActWord::webhook_changed, Thing::webhook, row.reference);
  row.old_secret = row.secret;
  row.old_until = act.at() + old_secret_for;
  row.secret = sealed_secret(desk.key(), *secret);
  ++row.version;
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  act.change("secret", "before", "another");
  return MadeWebhook{.webhook = view_of(row), .secret = *secret};
}

Outcome<WebhookView> webhook(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<WebhookRow>(look.rows, folded(reference));
  if (!kept) return refused(Refusal::not_found);
  return view_of(kept->row);
}

Outcome<ListPage<WebhookView>> webhooks(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<WebhookRow> list{
      .name = "webhooks",
      .sort = [](const WebhookRow& row) { return row.name_sort; },
      .sort_column = "name_sort",
      .columns = {},
      .is_shared = true};
  return named_page(look, asked, list,
                    [](const KeptRow<WebhookRow>& kept) { return view_of(kept.row); });
}

}  // namespace vigie
