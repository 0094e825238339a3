// Programs that are told of notices.
#pragma once

#include <optional>
#include <string>

#include "engine/base/instant.h"
#include "store/kept_row.h"

namespace vigie {

struct WebhookRow {
  std::string reference;
  std::int64_t version = 1;
  std::string name;
  std::string name_sort;
  std::string url;
  Bytes secret;
  std::optional<Bytes> old_secret = {};
  std::optional<Instant> old_until = {};
  std::optional<Instant> gone_at = {};
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<WebhookRow> = StoreTable::webhook;
template <>
inline constexpr auto fields_of<WebhookRow> = std::tuple{
    field("reference", &WebhookRow::reference, "What the world calls it."),
    field("version", &WebhookRow::version, "Raised by one by each change."),
    field("name", &WebhookRow::name, "Shown to people."),
    field("name_sort", &WebhookRow::name_sort, "Its name folded: by which lists are ordered."),
    field("url", &WebhookRow::url, "What is called."),
    field("secret", &WebhookRow::secret, "With which calls are signed, sealed."),
    field("old_secret", &WebhookRow::old_secret, "The one before, sealed."),
    field("old_until", &WebhookRow::old_until, "Until when calls are signed with both."),
    field("gone_at", &WebhookRow::gone_at, "When it answered that it is gone for good."),
    field("is_closed", &WebhookRow::is_closed, "It is told of nothing any more."),
};

}  // namespace vigie
