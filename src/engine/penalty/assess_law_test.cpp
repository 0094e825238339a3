// What holds for every schedule and every history.
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>

#include "engine/agreement/check_schedule.h"
#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;
using std::chrono::hours;
using std::chrono::minutes;

/// Dice that give the same throws for the same seed on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_{seed} {}
  std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(count));
  }
  bool one_in(std::int64_t count) { return below(count) == 0; }

 private:
  std::mt19937_64 engine_;
};

Award random_award(Dice& dice) {
  if (dice.one_in(3)) return amount(dice.below(500'00));
  return dice.one_in(4) ? points(dice.below(6)) : share(dice.below(2'000), 10'000);
}

PenaltyFunction random_function_of_rate(Dice& dice) {
  switch (dice.below(4)) {
    case 0:
      return Shortfall{{1 + dice.below(300), 100}};
    case 1:
      return PerStep{{1 + dice.below(30), 1000},
                     random_award(dice),
                     dice.one_in(2) ? UnitCount::started : UnitCount::elapsed};
    case 2: {
      const Ratio cut{900 + dice.below(90), 1000};
      return Bands{.bands = {{.from = {}, .to = cut, .award = random_award(dice)},
                             {.from = cut, .to = {}, .award = share(0, 1)}}};
    }
    default:
      return Flat{random_award(dice)};
  }
}

PenaltyFunction random_function_of_ticket(Dice& dice) {
  switch (dice.below(3)) {
    case 0:
      return LinearDelay{.divisor = 1 + dice.below(3000)};
    case 1:
      return PerUnit{.unit = minutes{1 + dice.below(120)},
                     .each = random_award(dice),
                     .free = minutes{dice.below(60)}};
    default:
      return Flat{random_award(dice)};
  }
}

Cap random_cap(Dice& dice) {
  Cap cap{.per = static_cast<CapPer>(dice.below(5))};
  if (dice.one_in(2)) {
    cap.kind = Cap::Kind::amount;
    cap.minor = 1 + dice.below(3'000'00);
  } else {
    const bool is_lasting = cap.per == CapPer::order || cap.per == CapPer::contract;
    cap.base = is_lasting ? PenaltyBase{} : network_fee();
    cap.share = {dice.below(2'000), 10'000};
  }
  return cap;
}

PenaltyClause random_line(Dice& dice, int index) {
  const bool per_ticket = dice.one_in(2);
  PenaltyClause line =
      line_on(dice.one_in(2) ? "up" : "answer",
              per_ticket ? random_function_of_ticket(dice) : random_function_of_rate(dice));
  line.id = "line-" + std::to_string(index);
  if (per_ticket) line.measure = PenaltyMeasure::per_event;
  line.weight = {1 + dice.below(40), 10};
  if (dice.one_in(3))
    line.free = dice.below(4), line.free_over = 1 + static_cast<int>(dice.below(3));
  if (dice.one_in(2)) {
    line.repeat = {.kind = dice.one_in(2) ? RepeatKind::consecutive : RepeatKind::n_of_m,
                   .times = 2,
                   .of = 3,
                   .multiplier = {3, 2},
                   .compound = dice.one_in(2),
                   .at_most = Ratio{4, 1}};
  }
  if (dice.one_in(3)) line.caps = {random_cap(dice)};
  if (dice.one_in(8)) line.nature = PenaltyNature::bonus;
  line.earns_back = !dice.one_in(4);
  return line;
}

void randomise(Dice& dice, PenaltySchedule& schedule) {
  const auto lines = static_cast<int>(1 + dice.below(4));
  for (int i = 0; i < lines; ++i) schedule.clauses.push_back(random_line(dice, i));
  schedule.combination = static_cast<Combination>(dice.below(3));
  for (auto i = dice.below(3); i > 0; --i) schedule.caps.push_back(random_cap(dice));
  if (dice.one_in(2)) {
    schedule.threshold = PenaltyThreshold{
        .minor = dice.below(2'000'00),
        .kind = dice.one_in(3) ? ThresholdKind::deductible : ThresholdKind::all_or_nothing,
        .per = dice.one_in(2) ? CapPer::contract : CapPer::year};
  }
  if (dice.one_in(3)) schedule.precision = Precision{.decimals = static_cast<int>(dice.below(3))};
  if (dice.one_in(2)) schedule.co_contractors = {{"Alpha", 60}, {"Beta", 40}, {"Gamma", 7}};
  if (dice.one_in(3)) {
    schedule.earn_back = EarnBack{.as = static_cast<EarnBackAs>(dice.below(2)),
                                  .periods = 1 + static_cast<int>(dice.below(2)),
                                  .share = {1 + dice.below(100), 100}};
  }
  if (dice.one_in(4)) schedule.minimum_payout_minor = dice.below(500'00);
  schedule.points = {{2, {1, 100}}, {6, {5, 100}}};
  schedule.points_base = network_fee();
}

World random_world(std::uint64_t seed) {
  Dice dice{seed};
  World world;
  randomise(dice, world.schedule());
  for (unsigned month = 1; month <= 12; ++month) {
    for (const char* target : {"up", "answer"}) {
      const std::int64_t measured = dice.below(300);
      const std::int64_t met = measured == 0 ? 0 : measured - dice.below(measured / 4 + 1);
      std::optional<Ratio> rate;
      if (measured > 0) rate = Ratio{met, measured};
      world.figure(target, day(2026, month, 1), rate);
      if (measured == 0) continue;
      for (auto i = dice.below(5); i > 0; --i) {
        world.late(target, "T" + std::to_string(dice.below(40)),
                   day(2026, month, 1 + static_cast<unsigned>(dice.below(27))),
                   minutes{1 + dice.below(20'000)});
      }
    }
  }
  return world;
}

std::string text_of(const Ledger& ledger) {
  std::string text;
  for (const LedgerLine& line : ledger.lines) {
    text += line.period + " " + std::to_string(line.clause.value_or(99)) + " " +
            std::to_string(line.computed.minor) + " " + std::to_string(line.amount.minor) + " " +
            std::to_string(line.steps.size()) + " " + std::string{key_of(line.state)} + "\n";
  }
  return text;
}

void expect_totals_are_sums(const Ledger& ledger) {
  std::int64_t due = 0;
  std::int64_t held = 0;
  for (const LedgerLine& line : ledger.lines) {
    const bool is_gain = line.nature == PenaltyNature::bonus;
    if (line.state == PenaltyState::held) {
      held += line.amount.minor;
    } else {
      due += is_gain ? -line.amount.minor : line.amount.minor;
    }
  }
  for (const LedgerTotal& total : ledger.totals) {
    due -= total.due.minor;
    held -= total.held.minor;
  }
  EXPECT_EQ(due, 0);
  EXPECT_EQ(held, 0);
}

void expect_splits_conserve(const Ledger& ledger) {
  for (const LedgerLine& line : ledger.lines) {
    if (line.shares.empty()) continue;
    const auto sum = std::accumulate(
        line.shares.begin(), line.shares.end(), std::int64_t{0},
        [](std::int64_t sofar, const LedgerShare& one) { return sofar + one.amount.minor; });
    EXPECT_EQ(sum, line.amount.minor);
  }
}

/// By hand, from the lines alone: what each cap of the schedule allows.
void expect_caps_hold(World& world, const Ledger& ledger) {
  for (const Cap& cap : world.schedule().caps) {
    std::map<std::string, std::int64_t> used;
    for (const LedgerLine& line : ledger.lines) {
      if (line.nature == PenaltyNature::bonus || line.amount.minor < 0) continue;
      std::string key;
      if (cap.per == CapPer::level) key = std::to_string(line.clause.value_or(99)) + line.period;
      if (cap.per == CapPer::month) key = line.period;
      used[key] += line.amount.minor;
    }
    const std::int64_t months = cap.per == CapPer::year ? 12 : 1;
    const bool is_lasting = cap.per == CapPer::order || cap.per == CapPer::contract;
    const std::int64_t base = is_lasting ? 500'000'00 : 48'000'00 * months;
    const std::int64_t limit = cap.kind == Cap::Kind::amount
                                   ? cap.minor
                                   : base * cap.share.numerator / cap.share.denominator;
    for (const auto& [key, sum] : used) EXPECT_LE(sum, limit) << key_of(cap.per) << " " << key;
  }
}

/// All or nothing: in a bucket every line is held, or none is.
void expect_threshold_is_all_or_nothing(World& world, const Ledger& ledger) {
  const auto& threshold = world.schedule().threshold;
  std::int64_t held = 0;
  std::int64_t due = 0;
  for (const LedgerLine& line : ledger.lines) {
    if (line.state == PenaltyState::held) held += line.amount.minor;
    const bool counts = line.kind != LedgerLineKind::earned_back &&
                        line.nature != PenaltyNature::bonus && line.state == PenaltyState::computed;
    if (counts) due += line.amount.minor;
  }
  if (!threshold || threshold->kind == ThresholdKind::deductible) {
    EXPECT_EQ(held, 0);
  } else {
    EXPECT_LE(held, threshold->minor);
    EXPECT_TRUE(held == 0 || due == 0) << held << " held beside " << due;
  }
}

TEST(AssessLaws, hold_for_random_schedules_and_histories) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    World world = random_world(seed);
    const auto faults = check_schedule(world.agreement()).faults;
    EXPECT_TRUE(faults.empty()) << message_of(faults.front(), Language::en);
    const Ledger ledger = world.assess();
    expect_totals_are_sums(ledger);
    expect_splits_conserve(ledger);
    expect_caps_hold(world, ledger);
    expect_threshold_is_all_or_nothing(world, ledger);
    EXPECT_EQ(text_of(ledger), text_of(world.assess()));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(AssessLaws, random_histories_do_reach_every_limit) {
  std::map<LedgerStepWord, int> told;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    World world = random_world(seed);
    for (const LedgerLine& line : world.assess().lines) {
      for (const LedgerStep& step : line.steps) ++told[step.word];
    }
  }
  using enum LedgerStepWord;
  for (const LedgerStepWord word :
       {cap_amount_cut, cap_share_cut, threshold_held, threshold_released, deducted,
        payout_too_small, earned_back_of, earn_back_cancelled, repeat_limited, free_taken,
        not_highest, not_highest_of_incident, points_step, share_of}) {
    EXPECT_GT(told[word], 0) << key_of(word);
  }
}

TEST(AssessLaws, amounts_and_figures_at_their_limits_stay_exact) {
  World world;
  constexpr std::int64_t most = 999'999'999'999'999;
  world.agreement().in_force.from = day(2026, 1, 2);
  world.agreement().charges.fees[0].versions[0].minor = most;
  PenaltyClause line = line_on("up", Shortfall{{999'999, 1'000}});
  line.weight = {999'999, 1'000'000};
  line.repeat = {.kind = RepeatKind::consecutive, .times = 1, .multiplier = {999'999, 1'000'000}};
  line.caps = {{.share = {999'999, 1'000'000}, .base = network_fee()}};
  world.schedule().clauses = {line};
  constexpr std::int64_t month = 2'678'400'000'001;  // microseconds, and one more
  world.figure("up", day(2026, 1, 2), Ratio{month - 7, month});
  world.agreement().commitments[0].measurement.required = Ratio{999'999, 1'000'000};
  EXPECT_NO_THROW(world.assess());
}

}  // namespace
}  // namespace vigie
