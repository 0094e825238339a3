#include "usecase/notice/addressing.h"

#include "usecase/identity/base64url.h"
#include "usecase/identity/secret.h"

namespace vigie {

namespace {

/// The same for the same recipient of the same level, whoever makes it.
std::string reference_of_delivery(const ToTell& told, NoticeChannel channel, std::int64_t to) {
  constexpr std::size_t long_enough = 16;
  const Bytes digest = digest_of_secret(told.reference + "/" + std::to_string(told.level) + "/" +
                                        std::string{key_of(channel)} + "/" + std::to_string(to));
  return base64url_of({reinterpret_cast<const char*>(digest.data()), long_enough});
}

}  // namespace

void address(Connection& rows, Instant now, std::span<const ToTell> all) {
  static const std::string insert =
      insert_statement<DeliveryRow>("delivery") + " on conflict (reference) do nothing";
  for (const ToTell& told : all) {
    for (const Key<AccountRow> account : told.accounts) {
      const DeliveryRow row{
          .reference = reference_of_delivery(told, NoticeChannel::inbox, account.value),
          .notice = told.notice,
          .channel = NoticeChannel::inbox,
          .account = account,
          .state = DeliveryState::delivered,
          .level = told.level,
          .due_at = now,
          .ended_at = now,
          .error = {}};
      rows.run(insert, values_of(row));
    }
  }
}

}  // namespace vigie
