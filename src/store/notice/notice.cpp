#include "store/notice/notice.h"

#include <algorithm>
#include <map>

#include "store/many_rows.h"

namespace vigie {

std::set<std::string> notices_among(Connection& rows, std::span<const std::string> references) {
  static const std::string select =
      "select reference from notice where reference in " + placeholders(1, rows_at_once);
  std::set<std::string> there;
  while (!references.empty()) {
    const auto some = references.first(std::min(references.size(), rows_at_once));
    std::vector<Parameter> values{some.begin(), some.end()};
    values.resize(rows_at_once, std::string_view{});  // no notice is called so
    rows.run(select, values, [&](const Row& row) { there.emplace(row.text(0)); });
    references = references.subspan(some.size());
  }
  return there;
}

std::vector<std::optional<Key<NoticeRow>>> add_notices(Connection& rows,
                                                       std::span<const NoticeRow> notices) {
  static const std::string unless_there =
      " on conflict (reference) do nothing returning reference, id";
  static const std::string many = insert_many<NoticeRow>("notice", rows_at_once) + unless_there;
  static const std::string one = insert_many<NoticeRow>("notice", 1) + unless_there;
  std::map<std::string, std::int64_t, std::less<>> added;
  std::vector<Parameter> values;
  for (auto left = notices; !left.empty();) {
    const std::size_t count = left.size() < rows_at_once ? 1 : rows_at_once;
    values.resize(count * field_count<NoticeRow>());
    for (std::size_t i = 0; i < count; ++i) {
      put_values(left[i], std::span{values}.subspan(i * field_count<NoticeRow>()));
    }
    rows.run(count == 1 ? one : many, values,
             [&](const Row& row) { added.emplace(row.text(0), row.whole(1)); });
    left = left.subspan(count);
  }
  std::vector<std::optional<Key<NoticeRow>>> keys;
  keys.reserve(notices.size());
  for (const NoticeRow& notice : notices) {
    const auto found = added.find(notice.reference);
    keys.push_back(found == added.end() ? std::nullopt
                                        : std::optional{Key<NoticeRow>{found->second}});
    if (found != added.end()) added.erase(found);  // the same again was not added
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
