// Routes of open tickets, answered from memory.
#pragma once

#include <vector>

#include "server/board/ticket_texts.h"
#include "server/router/route.h"

namespace vigie {

/// The board of a node, with what it wrote of it.
struct BoardParts {
  BoardParts(Installation& here, TermsShelf& shelf, const Limits& limits)
      : board{here, shelf},
        texts{board, ChainInView::shown, limits.size(Limit::tickets_written)},
        promises{board, ChainInView::left_out, limits.size(Limit::tickets_written)} {}

  TicketBoard board;
  TicketTexts texts;
  TicketTexts promises;  // for who does not read the chain behind them
};

/// The same routes, but the plain list of open tickets and one open ticket are answered from
/// `parts`, which lives longer: the same bytes. What else is asked of them is answered as before.
std::vector<Route> answered_from_board(std::vector<Route> routes, BoardParts& parts);

}  // namespace vigie
