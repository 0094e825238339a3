
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
                 .note = row.note,
                 .audience = row.audience};
  if (row.attribute != Attribute::none) view.attribute = row.attribute;
  if (row.word == EventWord::classified) view.effect = row.effect;
  if (row.relation != Relation::none) view.relation = row.relation;
  if (row.on_date != Instant{}) view.date = row.on_date;
  if (row.supersedes != 0) view.supersedes = row.supersedes;
  return view;
}

bool is_internal(const TicketEventRow& row) { return row.audience == Audience::internal; }

/// Nothing but a comment of the house, or what became of one.
bool is_said_inside(const TicketEventRow& row) {
  return is_internal(row) && (row.word == EventWord::commented || row.word == EventWord::retracted);
}

/// Kinds of parties in the place of names, and no word of the house.
EventView from_outside(EventView view, const TicketEventRow& row, const OutsideView& outside) {
  view.party = outside.party(view.party);
  view.team.clear();
  view.person.clear();
  if (is_internal(row)) view.note.reset();
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
  const auto outside = outside_view(look.rows, look.caller, kept->row.customer);
  ListPage<EventView> page;
  std::int64_t last = 0;
  std::int64_t looked_at = 0;
  for (const RecordedEvent& each : events_after(look.rows, kept->key, after, asked.most + 1)) {
    if (looked_at++ == asked.most) {
      page.next = cursor_of(list, std::vector{std::to_string(last)});
      break;
    }
    last = each.row.sequence;
    if (!outside) {
      page.items.push_back(view_of(each));
    } else if (!is_said_inside(each.row)) {
      page.items.push_back(from_outside(view_of(each), each.row, *outside));
    }
  }
  return page;
}

}  // namespace vigie
