// The penalty ledger: amounts with the reason of each. Design P1-P5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/id.h"
#include "engine/base/instant.h"
#include "engine/base/money.h"
#include "engine/ticket/event.h"

namespace vigie {

/// One step of a derivation: what was taken, and what the amount was after it. The words are in
/// "vocabulary/ledger.h"; arguments are in the order that its sentence names.
enum class LedgerStepWord : std::uint8_t;
using LedgerArgument =
    std::variant<std::int64_t, Money, Ratio, Duration, Instant, CivilDay, std::string>;
struct LedgerStep {
  LedgerStepWord word{};
  std::vector<LedgerArgument> arguments;
  std::optional<Exact> running;  // minor units, not rounded; none: no amount yet
};

/// A part of an amount that somebody else bears: a co-contractor, or a supplier who owes it back.
struct LedgerShare {
  std::string party;
  Money amount;
};

/// What the supplier owes for the same incident under its own terms, beside what we owe.
struct BackToBack {
  std::uint32_t agreement = 0;  // of the underpinning contract
  std::string clause;
  Money amount;
};

struct LedgerLine {
  std::uint32_t agreement = 0;
  std::uint32_t clause = 0;                 // index in its schedule
  std::optional<std::uint32_t> commitment;  // none: the table of points, or a total
  std::string period;
  Interval interval;                 // of the period, cut to the version
  std::optional<Id<Ticket>> ticket;  // per_event
  PenaltyNature nature = PenaltyNature::penalty;
  PenaltyState state = PenaltyState::computed;
  Money computed;  // after function, weight, repeat: before combination and limits
  Money amount;    // what remains after all: the line, rounded once
  std::int64_t points = 0;
  bool provisional = false;  // its period is not over
  std::vector<LedgerStep> steps;
  std::vector<LedgerShare> shares;  // of `amount`; sum to it; empty: no split
  std::vector<BackToBack> back_to_back;
};

/// Lines of one period of one agreement, added up.
struct LedgerTotal {
  std::uint32_t agreement = 0;
  std::string period;
  Money due;   // computed lines, bonuses taken off
  Money held;  // below the threshold
};

struct Ledger {
  std::vector<LedgerLine> lines;    // by agreement, period, clause, ticket
  std::vector<LedgerTotal> totals;  // by agreement, period
};

}  // namespace vigie
