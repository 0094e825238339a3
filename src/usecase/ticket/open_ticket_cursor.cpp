#include "usecase/ticket/open_ticket_cursor.h"

#include <vector>

#include "usecase/list_page.h"

namespace vigie {

namespace {

constexpr std::string_view list = "tickets";

}  // namespace

std::string open_ticket_cursor(const TicketListPlace& last) {
  return cursor_of(list, std::vector{std::to_string(last.at.time_since_epoch().count()),
                                     std::to_string(last.key)});
}

std::optional<TicketListPlace> open_ticket_place(std::string_view cursor) {
  const auto place = place_in(cursor, list, 2);
  if (!place) return std::nullopt;
  return TicketListPlace{.at = Instant{Duration{whole_in((*place)[0])}},
                         .key = whole_in((*place)[1])};
}

}  // namespace vigie
