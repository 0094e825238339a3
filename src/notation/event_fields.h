// The fields of a canonical event, and which of them holds the value of which word.
#pragma once

#include <string_view>

#include "vocabulary/ticket.h"

namespace vigie {

/// Field of the free value: the channel of an opening, the reason of a wait, ...
constexpr std::string_view value_field(EventWord word) {
  switch (word) {
    case EventWord::opened:
      return "channel";
    case EventWord::assigned:
      return "support_level";
    case EventWord::awaiting:
    case EventWord::cancelled:
      return "reason";
    default:
      return "value";
  }
}

/// Field of the date: until when a deferral lasts, or the date that the ticket carries.
constexpr std::string_view date_field(EventWord word) {
  return word == EventWord::awaiting ? "until" : "date";
}

/// Whether a line of this word may give attributes, each an event of its own.
constexpr bool takes_attributes(EventWord word) {
  return word == EventWord::opened || word == EventWord::classified;
}

}  // namespace vigie
