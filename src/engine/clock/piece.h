// Time cut where anything changes for one clock: holder, phase, commitment, validity of a pause.
#pragma once

#include <vector>

#include "engine/agreement/roles.h"
#include "engine/clock/leg.h"
#include "engine/ticket/timeline.h"
#include "vocabulary/clock.h"

namespace vigie {

/// A piece never straddles a change; pieces are contiguous over the interval that was cut.
struct Piece {
  Interval interval;
  const Span* span = nullptr;
  const Leg* leg = nullptr;
  Holder holder;
  Role role = Role::provider;
  Treatment treatment = Treatment::counts;
  bool begins_span = false;
};

struct CutRequest {
  const Timeline& timeline;
  const std::vector<Leg>& legs;        // at least one
  const Roles& roles;                  // of the agreement that judges
  Interval interval;                   // start of the clock to its end
  bool is_running = false;             // not reached yet: a last piece of no length tells its state
  bool only_while_held = false;        // OLA and UC: only the obliged party's own passages count
  bool continues = false;              // a resolution that did not hold never was: design J5
  bool runs_after_resolution = false;  // a report that is due after the resolution
  const std::vector<Interval>& gaps;   // between an end that did not hold and its reopening
};

/// Fills `pieces` (cleared first). Whose time counts, and which pauses are valid: design J3.
void cut(const CutRequest& request, std::vector<Piece>& pieces);

}  // namespace vigie
