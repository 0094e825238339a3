#include "store/warning/rule.h"

namespace vigie {

std::vector<KeptRow<WarningRuleRow>> open_rules(Connection& rows) {
  static const std::string select =
      select_kept<WarningRuleRow>() + " where t.is_closed = 0 order by t.id";
  std::vector<KeptRow<WarningRuleRow>> found;
  rows.run(select, {}, [&](const Row& row) { found.push_back(kept_from<WarningRuleRow>(row)); });
  return found;
}

std::int64_t warnings_mark(Connection& rows) {
  std::int64_t mark = 0;
  rows.run("select warnings_mark from installation", {},
           [&](const Row& row) { mark = row.whole(0); });
  return mark;
}

void raise_warnings_mark(Connection& rows) {
  rows.run("update installation set warnings_mark = warnings_mark + 1", {});
}

}  // namespace vigie
