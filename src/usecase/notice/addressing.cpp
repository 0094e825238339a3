#include "usecase/notice/addressing.h"

#include <algorithm>
#include <map>

#include "engine/base/digest.h"
#include "store/identity/account.h"

namespace vigie {

namespace {

/// The same for the same recipient of the same level, whoever makes it.
std::string reference_of_delivery(const ToTell& told, NoticeChannel channel, std::int64_t to) {
  return digest_of(told.reference + "/" + std::to_string(told.level) + "/" +
                   std::string{key_of(channel)} + "/" + std::to_string(to));
}

DeliveryRow delivery_of(const ToTell& told, NoticeChannel channel, std::int64_t to, Instant now) {
  return {.reference = reference_of_delivery(told, channel, to),
          .notice = told.notice,
          .channel = channel,
          .state = DeliveryState::waiting,
          .level = told.level,
          .is_urgent = told.is_urgent,
          .due_at = now,
          .error = {}};
}

/// Whether accounts may be told by e-mail; each is looked at once.
class Addresses {
 public:
  explicit Addresses(Connection& rows) : rows_{rows} {}

  bool has(Key<AccountRow> account) {
    const auto [place, is_new] = known_.try_emplace(account.value, false);
    if (is_new) {
      const auto kept = account_of_key(rows_, account);
      place->second = kept && !kept->row.closed_at && kept->person.email;
    }
    return place->second;
  }

 private:
  Connection& rows_;
  std::map<std::int64_t, bool> known_;
};

}  // namespace

void address(Connection& rows, Instant now, std::span<const ToTell> all) {
  Addresses addresses{rows};
  std::vector<DeliveryRow> deliveries;
  for (const ToTell& told : all) {
    for (const Key<AccountRow> account : told.accounts) {
      DeliveryRow filed = delivery_of(told, NoticeChannel::inbox, account.value, now);
      filed.account = account;
      filed.state = DeliveryState::delivered;
      filed.ended_at = now;
      deliveries.push_back(std::move(filed));
      if (!addresses.has(account)) continue;
      DeliveryRow sent = delivery_of(told, NoticeChannel::email, account.value, now);
      sent.account = account;
      deliveries.push_back(std::move(sent));
    }
    for (const Key<WebhookRow> webhook : told.webhooks) {
      DeliveryRow called = delivery_of(told, NoticeChannel::webhook, webhook.value, now);
      called.webhook = webhook;
      deliveries.push_back(std::move(called));
    }
  }
  add_deliveries(rows, deliveries);
}

}  // namespace vigie
