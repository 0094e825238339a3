// Who is told of a notice, by which channels.
#pragma once

#include <span>
#include <vector>

#include "store/notice/delivery.h"

namespace vigie {

/// A notice and those whom a level of its ladder tells.
struct ToTell {
  Key<NoticeRow> notice{};
  std::string reference;  // of the notice
  std::int64_t level = 0;
  bool is_urgent = false;  // at any hour, whatever they prefer
  std::vector<Key<AccountRow>> accounts;
  std::vector<Key<WebhookRow>> webhooks;
};

/// Adds a delivery for each recipient and channel, once each: one that is there stays as it is.
/// Everybody has it in their inbox, and by e-mail when they have an address and may sign in: how
/// they prefer it is looked at when it is delivered. To be called within the act that made the
/// notices, or found that nobody had answered; `now` is its instant. Source: design S4.
void address(Connection& rows, Instant now, std::span<const ToTell> all);

}  // namespace vigie
