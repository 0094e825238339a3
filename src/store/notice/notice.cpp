#include "store/notice/notice.h"

namespace vigie {

std::vector<std::optional<Key<NoticeRow>>> add_notices(Connection& rows,
                                                       std::span<const NoticeRow> notices) {
  static const std::string insert =
      insert_statement<NoticeRow>("notice") + " on conflict (reference) do nothing returning id";
  std::vector<std::optional<Key<NoticeRow>>> keys;
  keys.reserve(notices.size());
  for (const NoticeRow& notice : notices) {
    std::optional<Key<NoticeRow>>& key = keys.emplace_back();
    rows.run(insert, values_of(notice), [&](const Row& row) { key = {row.whole(0)}; });
  }
  return keys;
}

}  // namespace vigie
