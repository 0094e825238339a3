#include "store/ticket/event_row.h"

namespace vigie {

TicketEventRow row_of(const Event& event, Key<TicketRow> ticket, const Names& names) {
  return {.ticket = ticket,
          .sequence = event.sequence,
          .happened_at = event.at,
          .recorded_at = event.recorded_at,
          .word = event.word,
          .attribute = event.attribute,
          .effect = event.effect,
          .relation = event.relation,
          .consent = event.consent,
          .party = std::string{names.text(event.party)},
          .team = std::string{names.text(event.team)},
          .person = std::string{names.text(event.person)},
          .value = std::string{names.text(event.value)},
          .other = std::string{names.text(event.other)},
          .on_date = event.date,
          .supersedes = event.supersedes};
}

Event event_of(const TicketEventRow& row, Names& names) {
  Event event;
  event.at = row.happened_at;
  event.recorded_at = row.recorded_at;
  event.date = row.on_date;
  event.word = row.word;
  event.attribute = row.attribute;
  event.effect = row.effect;
  event.relation = row.relation;
  event.consent = row.consent;
  event.party = names.intern<Party>(row.party);
  event.team = names.intern<Team>(row.team);
  event.person = names.intern<Person>(row.person);
  event.value = names.intern<AttributeValue>(row.value);
  event.other = names.intern<Ticket>(row.other);
  event.sequence = static_cast<std::uint32_t>(row.sequence);
  event.supersedes = static_cast<std::uint32_t>(row.supersedes);
  return event;
}

}  // namespace vigie
