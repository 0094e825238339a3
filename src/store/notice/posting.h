// Deliveries taken to be delivered, and what became of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/identity/account.h"
#include "store/notice/delivery.h"
#include "store/notice/preference.h"
#include "store/notice/template.h"
#include "store/notice/webhook.h"

namespace vigie {

/// Those of a channel that are due by the clock of the database, the first ones first, at most so
/// many; on PostgreSQL those that nobody else is taking. Each is due again after `lease`, should
/// nobody say what became of it. Those of digests are left. Source: design E7.
std::vector<KeptRow<DeliveryRow>> take_deliveries(Connection& rows, NoticeChannel channel,
                                                  std::int64_t most, Duration lease);

/// All of one digest that is due, by key; none: no digest is.
std::vector<KeptRow<DeliveryRow>> take_digest(Connection& rows, Duration lease);

/// When the first of a channel is due; none: none waits.
std::optional<Instant> next_delivery(Connection& rows, NoticeChannel channel);

/// A delivery as it was taken: whoever took it since has another attempt.
struct TakenDelivery {
  Key<DeliveryRow> key{};
  std::int64_t attempt = 0;
};

/// Not now, and it was not tried: due then, in a digest when that is said.
void hold_delivery(Connection& rows, const TakenDelivery& taken, Instant until,
                   std::optional<Instant> digest_at);
/// Due again after `wait`; `error` is what was answered, empty: it was not tried.
void retry_delivery(Connection& rows, const TakenDelivery& taken, Duration wait,
                    std::string_view error);
/// Delivered, failed or dropped.
void end_delivery(Connection& rows, const TakenDelivery& taken, DeliveryState state,
                  std::string_view error);

/// What is due of a channel, of that webhook alone when one is said, is due after `wait`.
void put_off_deliveries(Connection& rows, NoticeChannel channel,
                        std::optional<Key<WebhookRow>> webhook, Duration wait);
/// What waits for that recipient is dropped.
void drop_deliveries(Connection& rows, Key<AccountRow> account);
void drop_deliveries(Connection& rows, Key<WebhookRow> webhook);

/// A delivery with all that its message is made of.
struct Letter {
  KeptRow<DeliveryRow> delivery;
  NoticeRow notice;
  std::string customer;                         // its name; empty: nobody's
  std::string rule;                             // its name
  std::optional<SpokenLanguage> language = {};  // of the account
  std::optional<std::string> email = {};        // none: it has none, or is closed
  NoticePreferenceRow preference = {};
  std::optional<NoticeTemplateRow> words = {};  // of the house, in their language; none: ours
};

/// The notice and the account are there.
Letter letter_of(Connection& rows, KeptRow<DeliveryRow> delivery);

std::optional<KeptRow<WebhookRow>> webhook_of_key(Connection& rows, Key<WebhookRow> key);

}  // namespace vigie
