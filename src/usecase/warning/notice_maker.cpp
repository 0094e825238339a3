#include "usecase/warning/notice_maker.h"

#include "engine/base/digest.h"

#include "usecase/notice/addressing.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

/// The levels that are told as soon as the notice is made, and when the next one is.
void set_first_levels(NoticeRow& row, const std::vector<EscalationLevelRow>& levels) {
  for (const EscalationLevelRow& level : levels) {
    if (level.after > Duration{0}) {
      row.next_level_at = row.at + level.after;
      return;
    }
    row.level = level.rank;
  }
}

std::vector<ToTell> told_at_once(Key<NoticeRow> key, const Reached& made, Recipients& recipients) {
  std::vector<ToTell> all;
  const ToldAbout about{.customer = made.row.customer,
                        .holder = made.holder,
                        .team = made.row.team,
                        .site = made.row.site,
                        .permission = permission_to_read(made.row.thing)};
  for (const EscalationLevelRow& level : recipients.ladder(made.ladder).levels) {
    if (level.rank > made.row.level) break;
    ThoseTold told = recipients.of(made.ladder, level.rank, about);
    all.push_back({.notice = key,
                   .reference = made.row.reference,
                   .level = level.rank,
                   .is_urgent = level.is_urgent,
                   .accounts = std::move(told.accounts),
                   .webhooks = std::move(told.webhooks)});
  }
  return all;
}

}  // namespace

Permission permission_to_read(Thing thing) {
  return thing == Thing::ticket ? Permission::read_tickets : Permission::read_agreements;
}

std::int64_t make_notices(Desk& desk, RotaShelf& rotas, std::vector<Reached> reached) {
  Connection& rows = desk.rows();
  std::vector<std::string> references;
  for (Reached& each : reached) {
    references.push_back(each.row.reference = digest_of(each.cause));
  }
  const std::set<std::string> there = notices_among(rows, references);
  std::erase_if(reached, [&](const Reached& each) { return there.contains(each.row.reference); });
  if (reached.empty()) return 0;
  Act& act = desk.open(ActWord::notices_made, Thing::notice, reached.front().row.reference);
  Recipients recipients{rows, rotas, act.at()};
  std::vector<NoticeRow> notices;
  notices.reserve(reached.size());
  for (Reached& each : reached) {
    each.row.act = act.number();
    each.row.at = act.at();
    set_first_levels(each.row, recipients.ladder(each.ladder).levels);
    notices.push_back(each.row);
  }
  const auto keys = add_notices(rows, notices);
  std::vector<ToTell> all;
  std::int64_t made = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!keys[i]) continue;
    ++made;
    for (ToTell& told : told_at_once(*keys[i], reached[i], recipients)) {
      all.push_back(std::move(told));
    }
  }
  address(rows, act.at(), all);
  return made;
}

}  // namespace vigie
