#include "store/warning/rule.h"

namespace vigie {

std::vector<KeptRow<WarningRuleRow>> open_rules(Connection& rows) {
  static const std::string select =
      select_kept<WarningRuleRow>() + " where t.is_closed = 0 order by t.id";
  std::vector<KeptRow<WarningRuleRow>> found;
  rows.run(select, {}, [&](const Row& row) { found.push_back(kept_from<WarningRuleRow>(row)); });
  return found;
}

void raise_warnings_mark(Connection& rows) {
  rows.run("update installation set warnings_mark = warnings_mark + 1", {});
}

std::string settled_under(Connection& rows) {
  std::string under;
  rows.run("select settled_under from installation", {},
           [&](const Row& row) { under = row.text(0); });
  return under;
}

bool settle_under(Connection& rows, std::string_view before, std::string_view after) {
  return rows.run("update installation set settled_under = $2 where settled_under = $1",
                  std::array<Parameter, 2>{before, after}) == 1;
}

Instant period_watch_at(Connection& rows) {
  Instant at;
  rows.run("select periods_watched_at from installation", {},
           [&](const Row& row) { at = FieldValue<Instant>::from_sql(row, 0); });
  return at;
}

bool take_period_watch(Connection& rows, Duration between) {
  return rows.run(
             "update installation set periods_watched_at = clock_now() + $1"
             " where periods_watched_at <= clock_now()",
             std::array<Parameter, 1>{between.count()}) == 1;
}

}  // namespace vigie
