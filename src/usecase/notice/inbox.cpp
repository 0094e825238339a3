#include "usecase/notice/inbox.h"

#include "store/notice/inbox.h"

namespace vigie {

namespace {

InboxEntry entry_of(Connection& rows, KeptRow<DeliveryRow> delivery) {
  InboxEntry entry{.letter = letter_of(rows, std::move(delivery)), .acknowledged_by = {}};
  if (const auto by = entry.letter.notice.acknowledged_by) {
    if (const auto kept = account_of_key(rows, *by)) entry.acknowledged_by = kept->person.reference;
  }
  return entry;
}

}  // namespace

Outcome<ListPage<InboxEntry>> inbox(const Look& look, const ListAsked& asked,
                                    const InboxFilter& filter) {
  if (!look.caller.account) return refused(Refusal::unauthenticated);
  const bool unread_alone = filter.unread.value_or(false);
  const std::string_view list = unread_alone ? "unread notices" : "notices";
  std::int64_t before = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    before = whole_in(place->front());
  }
  auto found = inbox_before(look.rows, *look.caller.account, before, asked.most + 1, unread_alone);
  ListPage<InboxEntry> page;
  if (std::ssize(found) > asked.most) {
    found.pop_back();
    page.next = cursor_of(list, std::vector{std::to_string(found.back().key.value)});
  }
  for (KeptRow<DeliveryRow>& each : found) {
    page.items.push_back(entry_of(look.rows, std::move(each)));
  }
  return page;
}

Outcome<InboxEntry> inbox_notice(const Look& look, std::string_view reference) {
  if (!look.caller.account) return refused(Refusal::unauthenticated);
  auto found = inbox_entry(look.rows, *look.caller.account, reference);
  if (!found) return refused(Refusal::not_found);
  return entry_of(look.rows, *std::move(found));
}

Outcome<std::int64_t> unread_notices(const Look& look) {
  if (!look.caller.account) return refused(Refusal::unauthenticated);
  return unread_count(look.rows, *look.caller.account);
}

Outcome<std::string> read_notice(Desk& desk, std::string_view reference) {
  if (!desk.caller().account) return refused(Refusal::unauthenticated);
  const auto found = inbox_entry(desk.rows(), *desk.caller().account, reference);
  if (!found) return refused(Refusal::not_found);
  mark_read(desk.rows(), *desk.caller().account, found->row.notice);
  return std::string{reference};
}

Outcome<std::int64_t> read_all_notices(Desk& desk) {
  if (!desk.caller().account) return refused(Refusal::unauthenticated);
  return mark_read(desk.rows(), *desk.caller().account, std::nullopt);
}

}  // namespace vigie
