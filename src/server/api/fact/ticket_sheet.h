// A ticket as a line of a sheet.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/sheet_cell.h"
#include "usecase/ticket/ticket_view.h"
#include "vocabulary/words.h"

namespace vigie {

/// What stands at the head of the columns: the words of TicketColumn, in their order.
std::vector<std::string> ticket_titles(Language language);

/// One cell a column. Those of a clock are of the one that is due first, as of `ticket.as_of`.
std::vector<SheetCell> ticket_cells(const TicketView& ticket, Language language);

/// With its end of line; instants in UTC. Source: RFC 4180.
std::string csv_line(std::span<const SheetCell> cells);

}  // namespace vigie
