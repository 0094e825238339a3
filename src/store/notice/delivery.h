// A notice to one recipient by one channel.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/kept_row.h"
#include "store/notice/notice.h"

namespace vigie {

struct WebhookRow;

struct DeliveryRow {
  std::string reference;
  Key<NoticeRow> notice{};
  NoticeChannel channel{};
  std::optional<Key<AccountRow>> account = {};
  std::optional<Key<WebhookRow>> webhook = {};
  DeliveryState state{};
  std::int64_t level = 0;
  bool is_urgent = false;
  Instant due_at;
  std::optional<Instant> digest_at = {};
  std::int64_t attempt = 0;
  std::optional<Instant> ended_at = {};
  std::optional<Instant> read_at = {};
  std::string error;
};

template <>
inline constexpr StoreTable table_of<DeliveryRow> = StoreTable::delivery;
template <>
inline constexpr auto fields_of<DeliveryRow> = std::tuple{
    field("reference", &DeliveryRow::reference, "Stable: what is sent again has the same."),
    field("notice", &DeliveryRow::notice, "Of which notice."),
    field("channel", &DeliveryRow::channel, "How it is told."),
    field("account", &DeliveryRow::account, "To whom."),
    field("webhook", &DeliveryRow::webhook, "To which program."),
    field("state", &DeliveryRow::state, "Where it stands."),
    field("level", &DeliveryRow::level, "By which level of the ladder."),
    field("is_urgent", &DeliveryRow::is_urgent, "At any hour, whatever its recipient prefers."),
    field("due_at", &DeliveryRow::due_at, "Not before; or when another may take it."),
    field("digest_at", &DeliveryRow::digest_at, "With all of its recipient that have the same."),
    field("attempt", &DeliveryRow::attempt, "How often it was tried."),
    field("ended_at", &DeliveryRow::ended_at, "When it was delivered, given up or dropped."),
    field("read_at", &DeliveryRow::read_at, "When its recipient read it: of an inbox."),
    field("error", &DeliveryRow::error, "What was answered to the last try."),
};

/// Adds those that are not there yet, by reference.
void add_deliveries(Connection& rows, std::span<const DeliveryRow> deliveries);

}  // namespace vigie
