// A notice to one recipient by one channel.
#pragma once

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
  Instant due_at;
  std::int64_t attempt = 0;
  std::optional<Instant> lease_until = {};
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
    field("due_at", &DeliveryRow::due_at, "Not before."),
    field("attempt", &DeliveryRow::attempt, "How often it was tried."),
    field("lease_until", &DeliveryRow::lease_until, "Until when it is somebody's turn."),
    field("ended_at", &DeliveryRow::ended_at, "When it was delivered, given up or dropped."),
    field("read_at", &DeliveryRow::read_at, "When its recipient read it: of an inbox."),
    field("error", &DeliveryRow::error, "What was answered to the last try."),
};

}  // namespace vigie
