// The penalty ledger: amounts with the reason of each. Design P1-P5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/id.h"
#include "engine/base/instant.h"
#include "engine/base/money.h"
#include "engine/ticket/event.h"

namespace vigie {

// The words are in "vocabulary/ledger.h".
enum class LedgerStepWord : std::uint8_t;
enum class LedgerTopic : std::uint8_t;

/// A plain number: a multiplier, a weight, a count of units that may be broken.
struct Factor {
  Exact value;
};

/// An amount that is not rounded yet.
struct ExactMoney {
  Exact minor;
  Currency currency = Currency::EUR;
};

/// A word of any closed list, shown in the reader's language.
using LedgerWord = const Word*;

/// A ratio is a rate or a share: shown in percent.
using LedgerValue = std::variant<std::int64_t, Money, ExactMoney, Ratio, Factor, Duration, Instant,
                                 CivilDay, LedgerWord, std::string>;

/// `name` is a literal: the hole of the sentence that the value fills.
struct LedgerArgument {
  std::string_view name;
  LedgerValue value;
};

/// One step of a derivation: what it is about, the figure that it brings, and a sentence.
struct LedgerStep {
  LedgerTopic topic{};
  std::optional<LedgerValue> figure = {};
  LedgerStepWord word{};
  std::vector<LedgerArgument> arguments = {};
  std::optional<Exact> running = {};  // minor units after it, not rounded; none: no amount yet
};

/// A part of an amount that a co-contractor bears.
struct LedgerShare {
  std::string party;
  Money amount;
};

/// What the supplier owes for the same incident or period under its own terms, beside what we owe.
struct BackToBack {
  std::uint32_t agreement = 0;  // of the underpinning contract
  std::uint32_t clause = 0;     // index in its schedule
  Money amount;
};

/// Amounts are positive when the provider owes, also those of a bonus: its nature says who gains.
/// What is earned back is negative.
struct LedgerLine {
  LedgerLineKind kind = LedgerLineKind::clause;
  std::uint32_t agreement = 0;
  std::optional<std::uint32_t> clause;      // index in its schedule; none: the table of points
  std::optional<std::uint32_t> commitment;  // index in the agreement; none: the table of points
  std::string period;
  Interval interval;                        // of the period, cut to the version
  std::optional<Id<Ticket>> ticket;         // per_event
  std::optional<Id<Ticket>> incident = {};  // the root when it is a child of a major incident
  PenaltyNature nature = PenaltyNature::penalty;
  PenaltyState state = PenaltyState::computed;  // or held
  Money computed;  // after function, weight, repeat, rounded: before combination and limits
  Money amount;    // what remains after all
  std::int64_t points = 0;
  std::string due_in;        // period whose total counts it: its own, or that of the crossing
  bool provisional = false;  // its period is not over
  std::optional<CivilDay> claim_until = {};  // last local day to claim it
  std::vector<LedgerStep> steps;
  std::vector<LedgerShare> shares;  // of `amount`; sum to it; empty: no split
  std::vector<BackToBack> back_to_back;
};

/// Lines of one period of one agreement, added up.
struct LedgerTotal {
  std::uint32_t agreement = 0;
  std::string period;
  Money due;       // lines due in it, bonuses taken off
  Money held;      // its own lines that are still below the threshold
  Money released;  // in `due`: lines of earlier periods that were held until this one
  std::int64_t points = 0;
  bool provisional = false;
};

struct Ledger {
  std::vector<LedgerLine> lines;    // by agreement, period, clause, target, ticket
  std::vector<LedgerTotal> totals;  // by agreement, period
};

}  // namespace vigie
