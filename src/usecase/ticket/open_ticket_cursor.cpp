#include "usecase/ticket/open_ticket_cursor.h"

#include <charconv>
#include <vector>

#include "usecase/list_page.h"

namespace vigie {

namespace {

constexpr std::string_view list = "tickets";

std::int64_t whole_of(const std::string& text) {
  std::int64_t whole = 0;
  std::from_chars(text.data(), text.data() + text.size(), whole);
  return whole;
}

}  // namespace

std::string open_ticket_cursor(const TicketPlace& last) {
  return cursor_of(list, std::vector{std::to_string(last.at.time_since_epoch().count()),
                                     std::to_string(last.key)});
}

std::optional<TicketPlace> open_ticket_place(std::string_view cursor) {
  const auto place = place_in(cursor, list, 2);
  if (!place) return std::nullopt;
  return TicketPlace{.at = Instant{Duration{whole_of((*place)[0])}}, .key = whole_of((*place)[1])};
}

}  // namespace vigie
