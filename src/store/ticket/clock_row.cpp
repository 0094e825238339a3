#include "store/ticket/clock_row.h"

namespace vigie {

void keep_clocks(Connection& rows, Key<TicketRow> ticket, std::vector<TicketClockRow> clocks) {
  static const std::string insert = insert_statement<TicketClockRow>("ticket_clock");
  rows.run("delete from ticket_clock where ticket = $1", std::array<Parameter, 1>{ticket.value},
           {});
  std::int64_t rank = 0;
  for (TicketClockRow& clock : clocks) {
    clock.ticket = ticket;
    clock.rank = ++rank;
    rows.run(insert, values_of(clock), {});
  }
}

std::vector<TicketClockRow> clocks_of(Connection& rows, Key<TicketRow> ticket) {
  static const std::string select = "select " + select_list<TicketClockRow>() +
                                    " from ticket_clock where ticket = $1 order by rank";
  std::vector<TicketClockRow> clocks;
  rows.run(select, std::array<Parameter, 1>{ticket.value},
           [&](const Row& row) { clocks.push_back(row_from<TicketClockRow>(row)); });
  return clocks;
}

}  // namespace vigie
