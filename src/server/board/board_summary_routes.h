// The route of the numbers of the board.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/board/ticket_board.h"

namespace vigie {

std::vector<Route> board_summary_routes(Installation& here, TicketBoard& board);

}  // namespace vigie
