#include "server/board/board_summary_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/board/board_summary.h"

namespace vigie {

std::vector<Route> board_summary_routes(Installation& here, TicketBoard& board) {
  Route route = route_of({.pattern = "/api/board-summary",
                          .permission = Permission::read_tickets,
                          .refusals = {Refusal::customer_unknown},
                          .summary = "How many tickets are open: by when the first of their clocks "
                                     "is due, by who has the ball, by customer."},
                         Method::get);
  route.query = query_shape_of<BoardAsked>();
  route.gives = shape_of<BoardSummary>();
  route.answer = [&here, &board](const Call& call) {
    const Outcome<BoardAsked> asked = query_asked<BoardAsked>(call);
    if (!asked) return refusal_response(call, asked.error());
    const auto summary = board_summary(here, board, call.caller.rights, *asked);
    if (!summary) return refusal_response(call, summary.error());
    JsonWriter json;
    write_fields(json, *summary);
    return Response{.body = json.take()};
  };
  return {route};
}

}  // namespace vigie
