// Tickets that are open when the story ends: on track, at risk, late, waiting.
#pragma once

#include <vector>

#include "demo/ticket_story.h"

namespace vigie {

/// So many, of the great customers, told as they stand at `until`, which is in present time; their
/// numbers follow `first`.
std::vector<History> present_stories(std::uint32_t count, std::uint32_t first,
                                     const StoryRequest& request);

}  // namespace vigie
