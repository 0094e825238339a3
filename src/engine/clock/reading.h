// What the clock of one commitment shows for one ticket at an instant, and what it is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/finding.h"
#include "engine/base/instant.h"
#include "engine/ticket/timeline.h"
#include "vocabulary/agreement.h"
#include "vocabulary/clock.h"
#include "vocabulary/ticket.h"

namespace vigie {

/// One stretch of the ticket's time as this clock saw it. Segments are contiguous from the
/// opening to the end of the clock, `as_of`, or the resolution that stopped it.
struct Segment {
  Instant from;
  Instant to;
  Phase phase = Phase::open;
  Holder holder;
  Role role = Role::provider;
  Treatment treatment = Treatment::counts;
  Duration in_hours{};         // open time of the commitment's calendar in [from, to)
  Duration running{};          // counted so far, at `to`
  Value reason;                // of the wait
  std::size_t commitment = 0;  // index in its agreement of the commitment then in force
  std::uint32_t event = 0;     // sequence of the event that began it; 0: a calendar or a rule did
};

/// Time held by one holder between the start and the end of the clock, in three measures. Design
/// J2.
struct HeldTime {
  Holder holder;
  Role role = Role::provider;
  Duration wall{};                       // sums to the whole
  Duration in_hours{};                   // hours of the commitment: sums to counted + not counted
  std::optional<Duration> in_own_hours;  // hours of the holder's own agreement: does not sum
};

/// For a target in days, `elapsed`, `target` and `remaining` are on the wall clock between the
/// start, the due instant and the end, less what pauses moved; `days` says the promise.
struct Reading {
  Instant started_at;
  std::optional<Instant> stopped_at;   // the metric was reached
  Duration elapsed{};                  // counted
  Duration target{};                   // of the commitment in force at the end
  Duration remaining{};                // target - elapsed; negative when passed
  std::optional<Instant> due;          // none while paused, stopped clocks keep theirs
  std::optional<Instant> breached_at;  // the instant the target was passed
  ClockState state = ClockState::on_track;
  std::optional<Instant> running_since;  // it began, went on after a pause, or has other terms
  std::vector<Segment> segments;         // only when asked for
  std::vector<HeldTime> held;            // in order of first holding
};

/// The judgement of one ticket under one commitment.
struct Judgement {
  Id<Ticket> ticket;
  std::uint32_t agreement = 0;            // index in the terms
  std::uint32_t commitment = 0;           // index in the agreement
  std::uint16_t cycle = 0;                // 0 first; next ones by reopening, update, or passage
  Verdict verdict = Verdict::pending;     // official: an exclusion that both accepted is taken
  Verdict gross = Verdict::pending;       // no exclusion taken
  Standing standing = Standing::none;     // of an exclusion
  std::optional<ExclusionGround> ground;  // of that exclusion
  std::optional<FindingCode> why;         // not_measurable
  Instant opened_at;
  std::optional<Instant> ended_at;  // reached, cancelled, merged or closed; none: still open
  bool is_counted = true;           // false: a child of a major incident counted by its root
  Reading reading;
};

}  // namespace vigie
