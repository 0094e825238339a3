#include "usecase/notice/template.h"

#include <algorithm>

#include "engine/base/text.h"
#include "usecase/refused.h"

namespace vigie {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string name_of(const TemplatePlace& at) {
  return std::string{key_of(at.watches)} + "/" + std::string{key_of(at.language)};
}

}  // namespace

std::optional<Refused> template_refusal(const TemplateAsked& asked,
                                        const PlaceholderReader& reader) {
  constexpr std::size_t longest_subject = 200;
  const bool is_line = asked.subject.find_first_of("\r\n") == std::string::npos &&
                       characters_in(asked.subject) <= longest_subject;
  if (!is_line || is_blank(asked.subject) || is_blank(asked.body)) {
    return refused(Refusal::template_malformed);
  }
  for (const std::string& text : {asked.subject, asked.body}) {
    if (const auto unknown = reader.unknown(text)) {
      return refused(Refusal::placeholder_unknown,
                     {{"name", "{" + *unknown + "}"}, {"list", reader.list}});
    }
  }
  return std::nullopt;
}

Outcome<NoticeTemplateRow> set_template(Desk& desk, const TemplatePlace& at,
                                        const TemplateAsked& asked,
                                        const PlaceholderReader& reader) {
  if (auto refusal = template_refusal(asked, reader)) return *std::move(refusal);
  const auto before = kept_template(desk.rows(), at.watches, at.language);
  NoticeTemplateRow row{.watches = at.watches,
                        .language = at.language,
                        .version = before ? before->version + 1 : 1,
                        .subject = asked.subject,
                        .body = asked.body};
  Act& act = desk.open(ActWord::template_changed, Thing::notice_template, name_of(at));
  const auto text = [](const auto& kept, auto member) -> std::optional<std::string> {
    if (!kept) return std::nullopt;
    return (*kept).*member;
  };
  act.change("subject", text(before, &NoticeTemplateRow::subject), row.subject);
  act.change("body", text(before, &NoticeTemplateRow::body), row.body);
  keep_template(desk.rows(), row);
  return row;
}

Outcome<bool> reset_template(Desk& desk, const TemplatePlace& at) {
  const auto before = kept_template(desk.rows(), at.watches, at.language);
  if (!before) return refused(Refusal::not_found);
  Act& act = desk.open(ActWord::template_changed, Thing::notice_template, name_of(at));
  act.change("subject", before->subject, std::nullopt);
  act.change("body", before->body, std::nullopt);
  drop_template(desk.rows(), at.watches, at.language);
  return true;
}

}  // namespace vigie
