// The storage failure of Groupe Médiane Santé: a major incident and its children.
#pragma once

#include "demo/ticket_story.h"

namespace vigie {

/// The root, whose reference is "MAJ-2025-03-12", then `children` tickets of that day.
std::vector<History> storage_stories(std::int64_t children, const StoryRequest& request);

}  // namespace vigie
