#include "usecase/journal/journal.h"

#include "store/identity/account.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

JournalEntryView view_of(JournalAct act) {
  JournalEntryView view{.position = act.position,
                        .at = act.row.recorded_at,
                        .word = act.row.word,
                        .account = std::move(act.account),
                        .name = std::move(act.name),
                        .door = act.row.door,
                        .origin = std::move(act.row.origin),
                        .thing = act.row.thing,
                        .reference = std::move(act.row.reference),
                        .version = act.version,
                        .changes = {},
                        .comment = std::move(act.comment)};
  for (ActChangeRow& change : act.changes) {
    view.changes.push_back({.field = std::move(change.field_name),
                            .before = std::move(change.before),
                            .after = std::move(change.after)});
  }
  return view;
}

std::string list_name_of(const JournalFilter& filter) {
  std::string name = "journal";
  const auto add = [&](std::string_view each) { (name += '\n') += each; };
  add(filter.thing ? key_of(*filter.thing) : "");
  add(filter.reference.value_or(""));
  add(filter.account.value_or(""));
  for (const auto& at : {filter.from, filter.to}) {
    add(at ? std::to_string(at->time_since_epoch().count()) : "");
  }
  return name;
}

}  // namespace

Outcome<ListPage<JournalEntryView>> journal(const Look& look, const ListAsked& asked,
                                            const JournalFilter& filter) {
  const std::string list = list_name_of(filter);
  JournalWanted wanted{.before = {},
                       .thing = filter.thing,
                       .reference = filter.reference,
                       .account = {},
                       .from = filter.from,
                       .to = filter.to,
                       .most = asked.most + 1};
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    wanted.before = whole_in(place->front());
  }
  if (filter.account) {
    const auto account = account_by_reference(look.rows, look.scope(), *filter.account);
    if (!account) return refused(Refusal::account_unknown, {{"reference", *filter.account}});
    wanted.account = account->key;
  }
  ListPage<JournalEntryView> page;
  for (JournalAct& act : journal_acts(look.rows, look.scope(), wanted)) {
    if (std::ssize(page.items) == asked.most) {
      page.next = cursor_of(list, std::vector{std::to_string(page.items.back().position)});
      break;
    }
    page.items.push_back(view_of(std::move(act)));
  }
  return page;
}

}  // namespace vigie
