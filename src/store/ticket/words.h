// The words by which tickets are found: folded, cut, and the same for both databases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/ticket/ticket.h"

namespace vigie {

/// The words of a text, each once, sorted: in lower case, without accents, cut where there is
/// neither a letter nor a digit; what holds hyphens, dots, @ or _ inside is kept whole as well, so
/// that `INC-104` and an address are found as people write them. Words are cut at 64 characters; at
/// most 100. Source: design E9.
std::vector<std::string> words_in(std::string_view text);

/// Adds those of `text` to a ticket; what it has already stays. A ticket is found by those of its
/// reference and its title: whoever adds a ticket adds them.
void add_words(Connection& rows, Key<TicketRow> ticket, std::string_view text);

}  // namespace vigie
