// Programs that are told of notices, as administrators keep them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/notice/webhook.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct WebhookView {
  std::string reference;
  std::int64_t version = 1;
  std::string name;
  std::string url;
  bool is_closed = false;
  std::optional<Instant> gone_at;
  std::optional<Instant> old_until;
};

template <>
inline constexpr std::string_view title_of<WebhookView> = "Webhook";
template <>
inline constexpr auto fields_of<WebhookView> = std::tuple{
    field("reference", &WebhookView::reference, "What it is called."),
    field("version", &WebhookView::version, "Raised by one by each change."),
    field("name", &WebhookView::name, "Shown to people."),
    field("url", &WebhookView::url, "What is called."),
    field("is_closed", &WebhookView::is_closed, "It is told of nothing any more."),
    field("gone_at", &WebhookView::gone_at,
          "When it answered 410: it was closed then. None: it did not."),
    field("old_until", &WebhookView::old_until,
          "Until when calls are signed with the secret before, too."),
};

struct WebhookAddition {
  std::string reference;
  std::string name;
  std::string url;
  std::optional<std::string> secret;
};

template <>
inline constexpr std::string_view title_of<WebhookAddition> = "WebhookToAdd";
template <>
inline constexpr auto fields_of<WebhookAddition> = std::tuple{
    field("reference", &WebhookAddition::reference, "1 to 64 letters, digits and hyphens."),
    field("name", &WebhookAddition::name, "Shown to people."),
    field("url", &WebhookAddition::url,
          "An https address, or a host of the setting webhook_hosts."),
    field("secret", &WebhookAddition::secret,
          "whsec_ and 24 to 64 bytes in base64; without it, one is made."),
};

struct WebhookChange {
  std::optional<std::string> name;
  std::optional<std::string> url;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<WebhookChange> = "WebhookChange";
template <>
inline constexpr auto fields_of<WebhookChange> = std::tuple{
    field("name", &WebhookChange::name, "Shown to people."),
    field("url", &WebhookChange::url, "What is called."),
    field("is_closed", &WebhookChange::is_closed,
          "Whether it is told of nothing any more; what waits for it is dropped then."),
};

struct MadeWebhook {
  WebhookView webhook;
  std::string secret;
};

template <>
inline constexpr std::string_view title_of<MadeWebhook> = "WebhookMade";
template <>
inline constexpr auto fields_of<MadeWebhook> = std::tuple{
    field("webhook", &MadeWebhook::webhook, "As it is listed."),
    field("secret", &MadeWebhook::secret, "With which calls are signed; shown now only."),
};

struct NewSecret {
  std::optional<std::string> secret;
};

template <>
inline constexpr std::string_view title_of<NewSecret> = "WebhookSecret";
template <>
inline constexpr auto fields_of<NewSecret> = std::tuple{
    field("secret", &NewSecret::secret,
          "whsec_ and 24 to 64 bytes in base64; without it, one is made."),
};

/// How long calls are signed with the secret before, too.
inline constexpr Duration old_secret_for = std::chrono::hours{24};

using OpenHosts = std::vector<std::string>;

/// Never repeated, as its answer is a secret. Refused, in this order: reference_malformed,
/// name_malformed, webhook_address_refused, webhook_secret_malformed, reference_taken.
Outcome<MadeWebhook> add_webhook(Desk& desk, const WebhookAddition& asked, const OpenHosts& hosts);

/// Refused, in this order: not_found, version_changed, name_malformed, webhook_address_refused.
Outcome<WebhookView> change_webhook(Desk& desk, const Addressed& at, const WebhookChange& asked,
                                    const OpenHosts& hosts);

/// Another secret; the one before goes on for a day. Refused, in this order: not_found,
/// webhook_is_closed, webhook_secret_malformed.
Outcome<MadeWebhook> change_secret(Desk& desk, std::string_view reference, const NewSecret& asked);

/// Refused: not_found.
Outcome<WebhookView> webhook(const Look& look, std::string_view reference);
/// In the order of their names. Refused: cursor_unknown.
Outcome<ListPage<WebhookView>> webhooks(const Look& look, const ListAsked& asked);

}  // namespace vigie
