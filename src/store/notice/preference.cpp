#include "store/notice/preference.h"

#include <array>

#include "store/database/fields.h"

namespace vigie {

std::optional<NoticePreferenceRow> preference_of(Connection& rows, Key<AccountRow> account) {
  static const std::string select =
      "select " + select_list<NoticePreferenceRow>() + " from notice_preference where account = $1";
  std::optional<NoticePreferenceRow> found;
  rows.run(select, std::array<Parameter, 1>{account.value},
           [&](const Row& row) { found = row_from<NoticePreferenceRow>(row); });
  return found;
}

void keep_preference(Connection& rows, const NoticePreferenceRow& row) {
  static const std::string insert = insert_statement<NoticePreferenceRow>("notice_preference");
  rows.run("delete from notice_preference where account = $1",
           std::array<Parameter, 1>{row.account.value});
  rows.run(insert, values_of(row));
}

}  // namespace vigie
