// The story told at another time: as it is written it ends on 30 September 2026.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/ticket/history.h"

namespace vigie {

/// By how much the story is moved, and where it ends.
struct Moved {
  Duration by{};   // whole weeks: a Monday stays a Monday
  int months = 0;  // of the dates of the agreements
  Instant until;   // as it is written, before it is moved
};

/// So that it ends at `until`: what is written for later is not known yet. None: as it is written.
Moved moved_until(std::optional<Instant> until, Instant end);

/// The events of a story, moved.
void move(History& history, const Moved& moved);

/// A document with its dates that many months later; a day that the month has not is its last.
/// Holidays stay, as they are those of the calendar.
std::string moved_dates(std::string_view document, int months);

}  // namespace vigie
