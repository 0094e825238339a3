// Words of the house in place of ours.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database/connection.h"
#include "store/database/table_of.h"
#include "vocabulary/identity.h"
#include "vocabulary/notice.h"

namespace vigie {

struct NoticeTemplateRow {
  WarningTrigger watches{};
  SpokenLanguage language{};
  std::int64_t version = 1;
  std::string subject;
  std::string body;
};

template <>
inline constexpr StoreTable table_of<NoticeTemplateRow> = StoreTable::notice_template;
template <>
inline constexpr auto fields_of<NoticeTemplateRow> = std::tuple{
    field("watches", &NoticeTemplateRow::watches, "Of notices of what."),
    field("language", &NoticeTemplateRow::language, "For those who are spoken to in it."),
    field("version", &NoticeTemplateRow::version, "Raised by one by each change."),
    field("subject", &NoticeTemplateRow::subject, "One line, with placeholders."),
    field("body", &NoticeTemplateRow::body, "Paragraphs, with placeholders."),
};

/// In the order of both lists of words.
std::vector<NoticeTemplateRow> kept_templates(Connection& rows);
/// None: the words are ours.
std::optional<NoticeTemplateRow> kept_template(Connection& rows, WarningTrigger watches,
                                               SpokenLanguage language);
/// In place of the one that was there.
void keep_template(Connection& rows, const NoticeTemplateRow& row);
void drop_template(Connection& rows, WarningTrigger watches, SpokenLanguage language);

}  // namespace vigie
