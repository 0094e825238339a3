#include "usecase/warning/climbing.h"

#include <algorithm>

#include "store/ticket/clock_row.h"
#include "usecase/notice/addressing.h"

namespace vigie {

namespace {

/// Whether what the notice is about still is.
bool still_stands(Connection& rows, const NoticeRow& notice, std::string& holder) {
  if (notice.thing != Thing::ticket) return true;
  const auto ticket = ticket_by_reference(rows, Scope::whole(), notice.subject);
  if (!ticket || ticket->row.ended_at) return false;
  holder = ticket->row.holder;
  if (notice.commitment.empty()) return ticket->row.phase == Phase::awaiting;
  return std::ranges::any_of(clocks_of(rows, ticket->key), [&](const TicketClockRow& clock) {
    return clock.agreement == notice.agreement && clock.commitment == notice.commitment &&
           clock.cycle == notice.cycle && !clock.ended_at;
  });
}

/// The level after `notice.level`, when there is one, is told now.
std::optional<ToTell> climb(const KeptRow<NoticeRow>& kept, Key<EscalationLadderRow> ladder,
                            const std::string& holder, Recipients& recipients, NoticeRow& after) {
  const std::vector<EscalationLevelRow>& levels = recipients.ladder(ladder).levels;
  const auto level = std::ranges::find_if(
      levels, [&](const EscalationLevelRow& each) { return each.rank > kept.row.level; });
  if (level == levels.end()) return std::nullopt;
  after.level = level->rank;
  if (std::next(level) != levels.end()) {
    after.next_level_at = kept.row.at + std::next(level)->after;
  }
  ThoseTold told = recipients.of(ladder, level->rank,
                                 {.customer = kept.row.customer,
                                  .holder = holder,
                                  .team = kept.row.team,
                                  .site = kept.row.site,
                                  .permission = permission_to_read(kept.row.thing)});
  return ToTell{.notice = kept.key,
                .reference = kept.row.reference,
                .level = level->rank,
                .is_urgent = level->is_urgent,
                .accounts = std::move(told.accounts),
                .webhooks = std::move(told.webhooks)};
}

}  // namespace

std::int64_t climb_ladders(const WarningParts& parts, std::int64_t most) {
  const auto work = [&](Desk& desk) -> Outcome<std::int64_t> {
    Connection& rows = desk.rows();
    const std::vector<NoticeToClimb> due = notices_to_climb(rows, most);
    if (due.empty()) return 0;
    Act& act = desk.open(ActWord::notices_made, Thing::notice, due.front().kept.row.reference);
    Recipients recipients{rows, parts.rotas, act.at()};
    std::vector<ToTell> all;
    for (const NoticeToClimb& each : due) {
      NoticeRow after = each.kept.row;
      ++after.version;
      after.next_level_at.reset();
      std::string holder;
      if (still_stands(rows, each.kept.row, holder)) {
        if (auto told = climb(each.kept, each.ladder, holder, recipients, after)) {
          all.push_back(*std::move(told));
        }
      }
      ensure(change_kept(rows, each.kept.key, after), "it was just read, and is held");
    }
    address(rows, act.at(), all);
    return std::ssize(due);
  };
  return *perform(parts.here, program_itself(), Permission::write_warnings, work);
}

}  // namespace vigie
