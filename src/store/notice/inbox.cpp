#include "store/notice/inbox.h"

namespace vigie {

namespace {

constexpr const char* of_inbox = " where t.account = $1 and t.channel = 'inbox'";

}  // namespace

std::vector<KeptRow<DeliveryRow>> inbox_before(Connection& rows, Key<AccountRow> account,
                                               std::int64_t before, std::int64_t most,
                                               bool unread_alone) {
  std::vector<KeptRow<DeliveryRow>> found;
  rows.run(select_kept<DeliveryRow>() + of_inbox + (unread_alone ? " and t.read_at is null" : "") +
               " and (t.id < $2 or $2 = 0) order by t.id desc limit $3",
           std::array<Parameter, 3>{account.value, before, most},
           [&](const Row& row) { found.push_back(kept_from<DeliveryRow>(row)); });
  return found;
}

std::optional<KeptRow<DeliveryRow>> inbox_entry(Connection& rows, Key<AccountRow> account,
                                                std::string_view notice) {
  std::optional<KeptRow<DeliveryRow>> found;
  rows.run(select_kept<DeliveryRow>() + of_inbox +
               " and t.notice = (select id from notice where reference = $2)"
               " order by t.level desc limit 1",
           std::array<Parameter, 2>{account.value, notice},
           [&](const Row& row) { found = kept_from<DeliveryRow>(row); });
  return found;
}

std::int64_t unread_count(Connection& rows, Key<AccountRow> account) {
  std::int64_t count = 0;
  rows.run(
      "select count(*) from delivery where account = $1 and channel = 'inbox' and read_at is null",
      std::array<Parameter, 1>{account.value}, [&](const Row& row) { count = row.whole(0); });
  return count;
}

std::int64_t mark_read(Connection& rows, Key<AccountRow> account,
                       std::optional<Key<NoticeRow>> notice) {
  return rows.run(
      "update delivery set read_at = clock_now() where account = $1 and channel = 'inbox' and "
      "read_at is null and ($2 = 0 or notice = $2)",
      std::array<Parameter, 2>{account.value, notice ? notice->value : 0});
}

}  // namespace vigie
