#include "server/delivery/notice_call.h"

#include "notation/json/json_fields.h"
#include "notation/notice/words.h"
#include "server/delivery/told_letter.h"

namespace vigie {

namespace {

std::optional<std::string> some(const std::string& text) {
  return text.empty() ? std::optional<std::string>{} : text;
}

std::int64_t seconds_of(Duration length) {
  return std::chrono::floor<std::chrono::seconds>(length).count();
}

void set_amount(NoticeCallData& told, const NoticeRow& notice) {
  switch (notice.watches) {
    case WarningTrigger::share_of_target:
    case WarningTrigger::budget_spent:
      told.used_per_mille = notice.amount;
      break;
    case WarningTrigger::time_left:
    case WarningTrigger::waits_for_customer:
      told.left_seconds = seconds_of(Duration{notice.amount});
      break;
    case WarningTrigger::threshold_at_risk:
    case WarningTrigger::agreement_ends:
    case WarningTrigger::notice_to_give:
      told.count = notice.amount;
      break;
  }
}

}  // namespace

std::string notice_call_body(const Letter& letter, const std::string& address) {
  const NoticeRow& notice = letter.notice;
  const ToldNotice notice_told = told_notice(letter, address);
  const std::int64_t level = letter.delivery.row.level;
  NoticeCall call{.type = level > 1 ? "notice.escalated" : "notice.created",
                  .timestamp = notice.at,
                  .told = {.notice = notice.reference,
                           .watches = notice.watches,
                           .thing = notice.thing,
                           .subject = notice.subject,
                           .customer = some(notice_told.customer),
                           .team = some(notice.team),
                           .agreement = some(notice.agreement),
                           .agreement_version = {},
                           .commitment = some(notice_told.commitment),
                           .kind = notice.kind,
                           .metric = notice.metric,
                           .period = some(notice.period),
                           .reached_at = notice.of_at,
                           .made_at = notice.at,
                           .late_seconds = {},
                           .due_at = notice.due_at,
                           .level = level,
                           .rule = letter.rule,
                           .text = fact_of(notice_told, {}),
                           .link = some(notice_told.link)}};
  if (!notice.agreement.empty()) call.told.agreement_version = notice.agreement_version;
  if (notice_told.late) call.told.late_seconds = seconds_of(*notice_told.late);
  set_amount(call.told, notice);
  JsonWriter json;
  write_fields(json, call);
  return json.take();
}

}  // namespace vigie
