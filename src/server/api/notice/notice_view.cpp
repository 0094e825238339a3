#include "server/api/notice/notice_view.h"

#include "notation/notice/words.h"

namespace vigie {

NoticeView notice_view(const InboxEntry& entry, const DeliveryTerms& delivery, ZoneSource& zones) {
  const NoticeRow& notice = entry.letter.notice;
  const DeliveryRow& told_by = entry.letter.delivery.row;
  const ToldNotice told = told_notice(entry.letter, delivery.address);
  const NoticeReader reader = reader_of(entry.letter, zones, delivery.zone);
  const auto some = [](const std::string& text) {
    return text.empty() ? std::optional<std::string>{} : text;
  };
  NoticeView view{.reference = notice.reference,
                  .version = notice.version,
                  .watches = notice.watches,
                  .thing = notice.thing,
                  .subject = notice.subject,
                  .customer = some(told.customer),
                  .team = some(notice.team),
                  .title = subject_of(told, reader),
                  .sentence = fact_of(told, reader),
                  .reached_at = notice.of_at,
                  .made_at = notice.at,
                  .due_at = notice.due_at,
                  .late_seconds = {},
                  .level = told_by.level,
                  .is_urgent = told_by.is_urgent,
                  .read_at = told_by.read_at,
                  .acknowledged_by = some(entry.acknowledged_by),
                  .acknowledged_at = notice.acknowledged_at,
                  .rule = entry.letter.rule};
  if (told.late) view.late_seconds = std::chrono::floor<std::chrono::seconds>(*told.late).count();
  return view;
}

}  // namespace vigie
