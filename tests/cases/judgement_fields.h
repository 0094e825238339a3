// What a case may say of the judgement of one ticket.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "outcome.h"

namespace vigie::cases {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// verdict, elapsed, due ... ; none when there is no field of that name.
std::optional<std::string> scalar_field(const Outcome& outcome, const Judgement& judgement,
                                        std::string_view field);

/// held (hours of the commitment), wall, own: a role and its time, those with none left out.
std::optional<Fields> map_field(const Outcome& outcome, const Judgement& judgement,
                                std::string_view field);

/// "counts 0h30", "paused 2h": the segments, in order.
std::vector<std::string> lines_of(const Outcome& outcome, const Judgement& judgement);

/// The targets under which a ticket was judged, each once.
std::vector<std::string> targets_of(const Outcome& outcome, std::string_view ticket);

std::vector<std::string> findings_of_ticket(const Outcome& outcome, std::string_view ticket);

}  // namespace vigie::cases
