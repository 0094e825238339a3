#include "store/notice/template.h"

#include <algorithm>
#include <array>

#include "store/database/fields.h"

namespace vigie {

namespace {

const std::string& select_templates() {
  static const std::string text =
      "select " + select_list<NoticeTemplateRow>() + " from notice_template";
  return text;
}

}  // namespace

std::vector<NoticeTemplateRow> kept_templates(Connection& rows) {
  std::vector<NoticeTemplateRow> found;
  rows.run(select_templates(), {},
           [&](const Row& row) { found.push_back(row_from<NoticeTemplateRow>(row)); });
  std::ranges::sort(
      found, {}, [](const NoticeTemplateRow& row) { return std::pair{row.watches, row.language}; });
  return found;
}

std::optional<NoticeTemplateRow> kept_template(Connection& rows, WarningTrigger watches,
                                               SpokenLanguage language) {
  std::optional<NoticeTemplateRow> found;
  rows.run(select_templates() + " where watches = $1 and language = $2",
           std::array<Parameter, 2>{key_of(watches), key_of(language)},
           [&](const Row& row) { found = row_from<NoticeTemplateRow>(row); });
  return found;
}

void drop_template(Connection& rows, WarningTrigger watches, SpokenLanguage language) {
  rows.run("delete from notice_template where watches = $1 and language = $2",
           std::array<Parameter, 2>{key_of(watches), key_of(language)});
}

void keep_template(Connection& rows, const NoticeTemplateRow& row) {
  static const std::string insert = insert_statement<NoticeTemplateRow>("notice_template");
  drop_template(rows, row.watches, row.language);
  rows.run(insert, values_of(row));
}

}  // namespace vigie
