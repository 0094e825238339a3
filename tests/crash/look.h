// What is left after a crash, looked at in the tables themselves.
#pragma once

#include <span>
#include <string>

#include "crash/load.h"
#include "store/database/database.h"
#include "store/journal/sealing_key.h"

namespace vigie::crash {

/// What was found, and what was not; all but the first three are 0 when all is well.
struct Found {
  std::int64_t acknowledged = 0;
  std::int64_t acts = 0;
  std::int64_t took_milliseconds = 0;  // the restart
  std::int64_t lost = 0;               // acknowledged, and not there
  std::int64_t halves = 0;             // a ticket without its events, its clocks, its act, its seal
  std::int64_t damages = 0;            // the chain does not verify, or has a gap
  std::int64_t changed = 0;            // a key that was asked again was answered something else
  std::string first_half;              // the question that found one
};

std::string text_of(const Found& found);
bool is_well(const Found& found);

/// Adds to `found` what is not as `writes` were answered, and what is half there. Waits until what
/// was acknowledged is sealed.
void look_at(Database& database, const SealingKey& key, std::span<const Write> writes,
             Found& found);

/// Asks once more, with the same keys: for those that were never answered, which are acknowledged
/// then, and for the last ones that were.
void ask_again(std::uint16_t port, const Access& access, std::span<Write> writes, Found& found);

}  // namespace vigie::crash
