
#include "usecase/ticket/event.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

EventView view_of(const RecordedEvent& recorded) {
  const TicketEventRow& row = recorded.row;
  EventView view{.sequence = row.sequence,
                 .event = row.word,
                 .at = row.happened_at,
                 .recorded_at = row.recorded_at,
                 .by = recorded.by,
                 .value = row.value,
                 .party = row.party,
                 .team = row.team,
                 .person = row.person,
                 .other = row.other,
                 .consent = row.consent,
                 .superseded_by = recorded.superseded_by,
                 .note = row.note};
  if (row.attribute != Attribute::none) view.attribute = row.attribute;
  if (row.word == EventWord::classified) view.effect = row.effect;
  if (row.relation != Relation::none) view.relation = row.relation;
  if (row.on_date != Instant{}) view.date = row.on_date;
  if (row.supersedes != 0) view.supersedes = row.supersedes;
  return view;
}

}  // namespace

Outcome<ListPage<EventView>> events_of_ticket(const Look& look, std::string_view reference,
                                              const ListAsked& asked) {
  const auto kept = ticket_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  const std::string list = "events " + kept->row.reference;
  std::int64_t after = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    after = whole_in(place->front());
  }
  ListPage<EventView> page;
  for (const RecordedEvent& each : events_after(look.rows, kept->key, after, asked.most + 1)) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      page.next = cursor_of(list, std::vector{std::to_string(page.items.back().sequence)});
      break;
    }
    page.items.push_back(view_of(each));
  }
  return page;
}

}  // namespace vigie
