// What a miss costs, as it was signed: a composition of measure, base, function, combination,
// repeat rule, limits and what comes after. Design P2-P4.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/agreement/charges.h"
#include "engine/agreement/clauses.h"

namespace vigie {

/// A share of the base, an amount, or points; one of them.
struct Award {
  enum class Kind : std::uint8_t { share, amount, points };
  Kind kind = Kind::share;
  Ratio share{0, 1};
  std::int64_t minor = 0;
  std::int64_t points = 0;
  friend bool operator==(const Award&, const Award&) = default;
};

/// What a share is taken of. A late part is the part of an order that the ticket delivers
/// (`Order::parts`), else the order of that name, else the contract: an amount of its own, not cut
/// to the period.
struct PenaltyBase {
  enum class Kind : std::uint8_t { fee, order, contract, late_part, amount };
  Kind kind = Kind::contract;
  std::string name;                        // of the fee (empty: all the fees) or the order
  std::int64_t minor = 0;                  // kind amount: stated in the schedule
  PriceState price = PriceState::initial;  // which version of the fee
  friend bool operator==(const PenaltyBase&, const PenaltyBase&) = default;
};

/// V x R / d: R whole local days after the due day. Source: CCAG-TIC 2021, article 14.1.
struct LinearDelay {
  std::int64_t divisor = 1000;
  bool business_days = false;  // of the target's calendar; else calendar days
  friend bool operator==(const LinearDelay&, const LinearDelay&) = default;
};

/// [from, to): `to` of a document that closes its bands at the agreement's precision is read as the
/// next step. No lower end: from the bottom; no upper end: to the top.
struct Band {
  std::optional<Ratio> from;
  std::optional<Ratio> to;
  Award award;
  Place place;
  friend bool operator==(const Band&, const Band&) = default;
};

/// The award of the band in which the figure falls.
struct Bands {
  enum class Axis : std::uint8_t { rate, missed, overrun_hours };  // a rate is a part of 1
  Axis axis = Axis::rate;
  std::vector<Band> bands;  // sorted, contiguous: checked when written (P3)
  friend bool operator==(const Bands&, const Bands&) = default;
};

/// (required - achieved) x factor, as a share of the base; of a bonus: (achieved - required).
struct Shortfall {
  Ratio factor{1, 1};
  friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

/// For each step of the rate begun (or lost whole) under what is required; of a bonus: above it.
struct PerStep {
  Ratio step{1, 100};
  Award each;
  UnitCount count = UnitCount::started;
  friend bool operator==(const PerStep&, const PerStep&) = default;
};

/// For each unit of time beyond the target, begun or whole: of a ticket its overrun; of a period
/// what its statistic has beyond its limit, or the down time beyond what its availability allows.
struct PerUnit {
  Duration unit{};
  Award each;
  UnitCount count = UnitCount::started;
  Duration free{};          // left out of the overrun first
  bool wall_clock = false;  // else the hours of the target
  friend bool operator==(const PerUnit&, const PerUnit&) = default;
};

/// Once for each miss; of a line in a pool usually 100 % of what is allocated to it.
struct Flat {
  Award award;
  friend bool operator==(const Flat&, const Flat&) = default;
};

using PenaltyFunction = std::variant<Flat, Bands, LinearDelay, Shortfall, PerStep, PerUnit>;

/// Powers of a multiplier that compounds stay exact: no larger than the one, no finer than the
/// other.
inline constexpr std::int64_t most_multiplier = 1'000;
inline constexpr std::int64_t most_multiplier_denominator = 1'000'000'000'000;

/// Of one target under one line, over all the versions of the agreement. A period without volume is
/// neutral: it neither counts nor breaks a row. The multiplier does not compound unless said: then
/// it is taken once more for each further miss. Design P2.
struct RepeatRule {
  RepeatKind kind = RepeatKind::none;
  int times = 2;  // n of n_of_m; consecutive: from the nth period in a row
  int of = 2;     // m: the last periods that have volume, this one included
  Ratio multiplier{2, 1};
  bool compound = false;
  std::optional<Ratio> at_most;  // highest multiplier when it compounds
  friend bool operator==(const RepeatRule&, const RepeatRule&) = default;
};

/// At most a share of the base (fees: those of the period, or of the year), an amount, or so many
/// lines, of which the highest stay. Of penalties and price reductions, not of bonuses unless it is
/// the cap of a line of bonus. A share is cut to the minor unit, so that it is never exceeded.
struct Cap {
  enum class Kind : std::uint8_t { share, amount, lines };
  CapPer per = CapPer::month;
  Kind kind = Kind::share;
  Ratio share{0, 1};
  std::int64_t minor = 0;
  std::int64_t lines = 0;
  PenaltyBase base;  // of the share
  Place place;
  friend bool operator==(const Cap&, const Cap&) = default;
};

/// One line of the schedule: what missing these targets costs.
struct PenaltyClause {
  std::string id;
  std::string label;
  std::string clause;                // document and article
  std::vector<std::string> targets;  // ids of commitments of the agreement
  PenaltyMeasure measure = PenaltyMeasure::per_period;
  Duration slice{};  // per_slice: from the start of the period on, each once in which it was down
  int rolling = 0;   // periods averaged, 2 = with the previous one; per rolling. Those without
                     // volume are left out; more than 2 want a precision.
  PenaltyNature nature = PenaltyNature::penalty;
  PenaltyBase base;
  PenaltyFunction function;
  Ratio weight{1, 1};
  std::int64_t free = 0;   // first tickets, slices, points or missed periods that cost nothing
  int free_over = 1;       // periods over which the allowance holds, this one included
  std::string pool;        // of the amount at risk; empty: not in a pool
  Ratio allocation{0, 1};  // share of that pool
  RepeatRule repeat;
  std::vector<Cap> caps;   // of this line
  bool earns_back = true;  // false: not eligible (a peak period)
  Place place;
  friend bool operator==(const PenaltyClause&, const PenaltyClause&) = default;
};

/// A share of the amount at risk, cut into allocations of its lines (at most 100 %).
struct Pool {
  std::string name;
  Ratio share{0, 1};
  Place place;
  friend bool operator==(const Pool&, const Pool&) = default;
};

/// From so many points of the period: a share of the base.
struct PointsStep {
  std::int64_t from = 0;
  Ratio share{0, 1};
  friend bool operator==(const PointsStep&, const PointsStep&) = default;
};

/// Under it, nothing is due (or only what exceeds it): tested on the total of `per`.
struct PenaltyThreshold {
  std::int64_t minor = 0;
  ThresholdKind kind = ThresholdKind::all_or_nothing;
  CapPer per = CapPer::contract;
  friend bool operator==(const PenaltyThreshold&, const PenaltyThreshold&) = default;
};

/// A line is given back when the target is kept well enough in the periods that follow its own;
/// periods without volume are neutral.
struct EarnBack {
  EarnBackAs as = EarnBackAs::returned;
  int periods = 0;                // in a row, right after the miss
  std::optional<Ratio> required;  // else the target's own
  Ratio share{1, 1};              // of the amount given back
  friend bool operator==(const EarnBack&, const EarnBack&) = default;
};

struct CoContractor {
  std::string party;
  std::int64_t weight = 0;
  friend bool operator==(const CoContractor&, const CoContractor&) = default;
};

/// The schedule of one version of an agreement.
struct PenaltySchedule {
  std::string preset;  // "ccag_tic_2021"; empty: none
  ProRata pro_rata = ProRata::actual_days;
  std::optional<Precision> precision;  // at which bands and rates are compared
  std::vector<PenaltyClause> clauses;  // in the order of the document
  Combination combination = Combination::sum;
  std::optional<Ratio> at_risk;  // share of the at-risk base
  PenaltyBase at_risk_base;
  std::vector<Pool> pools;
  std::vector<PointsStep> points;  // table of the sum of points of a period; sorted
  PenaltyBase points_base;
  std::vector<Cap> caps;
  std::optional<PenaltyThreshold> threshold;
  std::int64_t minimum_payout_minor = 0;  // a period whose total is under it pays nothing
  std::optional<EarnBack> earn_back;
  std::optional<int> claim_within_days;  // local days after the period
  std::optional<int> observation_days;   // for the other party to comment
  std::vector<CoContractor> co_contractors;
  friend bool operator==(const PenaltySchedule&, const PenaltySchedule&) = default;
};

}  // namespace vigie
