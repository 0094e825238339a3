// What is planted, as it bears on one ticket.
#pragma once

#include <optional>

#include "demo/company.h"
#include "engine/base/instant.h"
#include "vocabulary/weakness.h"

namespace vigie {

/// Days of Universal Time; a zone does not matter to a story of months.
struct Planted {
  Weakness weakness;
  std::string_view customer;  // empty: all
  Instant from;
  Instant to;
};

/// Whether `weakness` bears on what `customer` opens at `at`.
bool is_planted(Weakness weakness, std::string_view customer, Instant at);

/// How much longer than usual work takes, in per cent; 100: as usual. `priority` 0 is P1.
std::int64_t slowed(std::string_view customer, Instant at, std::size_t priority);

/// When the storage of Groupe Médiane Santé fails, and for how long.
Interval storage_failure();

}  // namespace vigie
