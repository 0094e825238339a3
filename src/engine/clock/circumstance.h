// What a ticket shows to agreements, from its opening on: one circumstance per stretch of its life.
#pragma once

#include <optional>
#include <vector>

#include "engine/agreement/applicability.h"
#include "engine/ticket/timeline.h"

namespace vigie {

/// From `from` (included) until the next stretch. The first begins at the opening.
struct Stretch {
  Instant from;
  Circumstance circumstance;
  bool consent = false;  // the other party agreed to the change that began it
};

/// Which requalifications are read as aggravations: a requalification after the old target was
/// passed, without consent, does not reach back. Design J4.
struct StretchRequest {
  const Timeline& timeline;
  Instant opened_at;         // may be earlier than the timeline's: the survivor of a merge
  std::size_t changes_read;  // how many of the timeline's changes are known
  const std::vector<bool>& not_from_origin;  // by change; empty: none
};

/// Cuts the stretches at the instants of `changes` (sorted) after the opening, where a window that
/// switches opens or closes. Design T3.
void cut_at_windows(const std::vector<Instant>& changes, std::vector<Stretch>& stretches);

/// Fills `stretches` (cleared first, storage reused); at least one.
void read_stretches(const StretchRequest& request, std::vector<Stretch>& stretches);

}  // namespace vigie
