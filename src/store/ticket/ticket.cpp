#include "store/ticket/ticket.h"

#include "engine/base/require.h"
#include "store/ticket/in_effect.h"

namespace vigie {

std::optional<KeptTicket> ticket_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference) {
  static const std::string select = "select id, " + select_list<TicketRow>() +
                                    " from ticket t where reference = $1 and " + in_effect("t");
  std::optional<KeptTicket> found;
  rows.run(select, std::array<Parameter, 1>{reference}, [&](const Row& row) {
    found = KeptTicket{.key = {row.whole(0)}, .row = row_from<TicketRow>(row, 1)};
  });
  if (!found) return std::nullopt;
  const Belonging belonging{.customer = found->row.customer,
                            .part = {},
                            .team = found->row.team,
                            .site = found->row.site};
  if (!scope.covers(belonging)) return std::nullopt;
  return found;
}

KeptTicket ticket_by_key(Connection& rows, Key<TicketRow> key) {
  static const std::string select =
      "select id, " + select_list<TicketRow>() + " from ticket where id = $1";
  std::optional<KeptTicket> found;
  rows.run(select, std::array<Parameter, 1>{key.value}, [&](const Row& row) {
    found = KeptTicket{.key = {row.whole(0)}, .row = row_from<TicketRow>(row, 1)};
  });
  ensure(found.has_value(), "a ticket whose key was read is there");
  return *std::move(found);
}

std::vector<Key<TicketRow>> tied_tickets(Connection& rows, const KeptTicket& ticket) {
  std::vector<Key<TicketRow>> found;
  static const std::string select =
      "select t.id from ticket_event e join ticket t on t.reference = e.other"
      " where e.ticket = $1 and e.other <> '' and " +
      in_effect("e") + " and " + in_effect("t") +
      " union select e.ticket from ticket_event e join ticket t on t.id = e.ticket"
      " where e.other = $2 and e.other <> '' and " +
      in_effect("e") + " and " + in_effect("t");
  rows.run(select,
           std::array<Parameter, 2>{ticket.key.value, std::string_view{ticket.row.reference}},
           [&](const Row& row) { found.push_back({row.whole(0)}); });
  return found;
}

Key<TicketRow> add_ticket_row(Connection& rows, const TicketRow& row) {
  static const std::string insert = insert_statement<TicketRow>("ticket") + " returning id";
  Key<TicketRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_ticket_row(Connection& rows, Key<TicketRow> key, const TicketRow& row,
                       std::int64_t before) {
  static const std::string update = update_statement<TicketRow>("ticket");
  std::array<Parameter, field_count<TicketRow>() + 2> values;
  put_values(row, values);
  values[field_count<TicketRow>()] = key.value;
  values[field_count<TicketRow>() + 1] = before;
  return rows.run(update, values) == 1;
}

void read_history(Connection& rows, Key<TicketRow> key, Names& names, History& history) {
  static const std::string select = "select " + select_list<TicketEventRow>() +
                                    " from ticket_event e where ticket = $1 and " + in_effect("e") +
                                    " order by sequence";
  history.events.clear();
  rows.run(select, std::array<Parameter, 1>{key.value}, [&](const Row& row) {
    history.events.push_back(event_of(row_from<TicketEventRow>(row), names));
  });
}

std::int64_t last_sequence(Connection& rows, Key<TicketRow> key) {
  std::int64_t sequence = 0;
  rows.run("select coalesce(max(sequence), 0) from ticket_event where ticket = $1",
           std::array<Parameter, 1>{key.value}, [&](const Row& row) { sequence = row.whole(0); });
  return sequence;
}

std::int64_t next_number(Connection& rows, std::string_view counter) {
  std::int64_t number = 0;
  rows.run(
      "insert into counter (name, last) values ($1, 1)"
      " on conflict (name) do update set last = counter.last + 1 returning last",
      std::array<Parameter, 1>{counter}, [&](const Row& row) { number = row.whole(0); });
  return number;
}

}  // namespace vigie
