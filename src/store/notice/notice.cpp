#include "store/notice/notice.h"

namespace vigie {

bool has_notice(Connection& rows, std::string_view reference) {
  return rows.run("select 1 from notice where reference = $1",
                  std::array<Parameter, 1>{reference}) > 0;
}

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

std::vector<NoticeToClimb> notices_to_climb(Connection& rows, std::int64_t most) {
  std::string select = "select r.ladder, t.id, " + select_list<NoticeRow>("t") +
                       " from notice t join warning_rule r on r.id = t.rule"
                       " where t.next_level_at <= clock_now() order by t.next_level_at, t.id"
                       " limit $1";
  if (rows.dialect() == Dialect::postgresql) select += " for update of t skip locked";
  std::vector<NoticeToClimb> found;
  rows.run(select, std::array<Parameter, 1>{most}, [&](const Row& row) {
    found.push_back({.kept = {.key = {row.whole(1)}, .row = row_from<NoticeRow>(row, 2)},
                     .ladder = {row.whole(0)}});
  });
  return found;
}

std::optional<Instant> first_level_to_climb(Connection& rows) {
  std::optional<Instant> first;
  rows.run(
      "select next_level_at from notice where next_level_at is not null"
      " order by next_level_at limit 1",
      {}, [&](const Row& row) { first = FieldValue<Instant>::from_sql(row, 0); });
  return first;
}

}  // namespace vigie
