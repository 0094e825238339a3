// Where the list of open tickets goes on, as a cursor.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/ticket/ticket_list.h"

namespace vigie {

/// The cursor of what comes after `last`, in the list of `tickets` without a filter.
std::string open_ticket_cursor(const TicketListPlace& last);

/// None when it is no cursor of this list.
std::optional<TicketListPlace> open_ticket_place(std::string_view cursor);

}  // namespace vigie
