#include "store/ticket/in_effect.h"
#include "store/ticket/ticket.h"

namespace vigie {

std::vector<RecordedEvent> events_after(Connection& rows, Key<TicketRow> key, std::int64_t after,
                                        std::int64_t most) {
  static const std::string select =
      "select p.name, (select max(c.sequence) from ticket_event c where c.ticket = e.ticket"
      " and c.supersedes = e.sequence), " +
      select_list<TicketEventRow>("e") +
      " from ticket_event e join act a on a.number = e.act"
      " left join account u on u.id = a.account left join person p on p.id = u.person"
      " where e.ticket = $1 and e.sequence > $2 and " +
      in_effect("e") + " order by e.sequence limit $3";
  std::vector<RecordedEvent> found;
  rows.run(select, std::array<Parameter, 3>{key.value, after, most}, [&](const Row& row) {
    found.push_back({.row = row_from<TicketEventRow>(row, 2),
                     .by = FieldValue<std::optional<std::string>>::from_sql(row, 0),
                     .superseded_by = FieldValue<std::optional<std::int64_t>>::from_sql(row, 1)});
  });
  return found;
}

std::optional<TicketEventRow> event_of_ticket(Connection& rows, Key<TicketRow> key,
                                              std::int64_t sequence) {
  static const std::string select =
      "select " + select_list<TicketEventRow>() +
      " from ticket_event e where ticket = $1 and sequence = $2 and " + in_effect("e");
  std::optional<TicketEventRow> found;
  rows.run(select, std::array<Parameter, 2>{key.value, sequence},
           [&](const Row& row) { found = row_from<TicketEventRow>(row); });
  return found;
}

}  // namespace vigie
