#include "server/delivery/told_letter.h"

namespace vigie {

namespace {

std::string link_to(const NoticeRow& notice, const std::string& address) {
  if (address.empty()) return {};
  const std::string_view folder = notice.thing == Thing::ticket ? "/tickets/" : "/agreements/";
  const std::string base = address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
  return base + std::string{folder} + notice.subject;
}

}  // namespace

ToldNotice told_notice(const Letter& letter, const std::string& address) {
  const NoticeRow& notice = letter.notice;
  ToldNotice told{.watches = notice.watches,
                  .amount = notice.amount,
                  .subject = notice.subject,
                  .customer = letter.customer,
                  .team = notice.team,
                  .agreement = notice.agreement,
                  .commitment = notice.label.empty() ? notice.commitment : notice.label,
                  .kind = notice.kind,
                  .metric = notice.metric,
                  .period = notice.period,
                  .target = notice.target,
                  .of_at = notice.of_at,
                  .due_at = notice.due_at,
                  .level = letter.delivery.row.level,
                  .rule = letter.rule,
                  .link = link_to(notice, address)};
  if (notice.at - notice.of_at > notice_is_late_after) told.late = notice.at - notice.of_at;
  return told;
}

NoticeReader reader_of(const Letter& letter, ZoneSource& zones, const std::string& zone) {
  const std::string& own = letter.preference.zone;
  return {.language = letter.language == SpokenLanguage::fr ? Language::fr : Language::en,
          .zone = zones.find(own.empty() ? zone : own)};
}

}  // namespace vigie
