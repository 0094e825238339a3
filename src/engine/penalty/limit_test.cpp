#include "engine/penalty/limit.h"

#include <gtest/gtest.h>

#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;
using Amounts = std::vector<std::int64_t>;

Cap cap_of(std::int64_t minor, CapPer per) {
  return {.per = per, .kind = Cap::Kind::amount, .minor = minor};
}

/// 1,000.00 a miss on "up" and 600.00 on "answer", in each month from September on.
World missing(int months) {
  World world;
  world.schedule().clauses = {line_on("up", Flat{amount(1'000'00)}),
                              line_on("answer", Flat{amount(600'00)})};
  for (int i = 0; i < months; ++i) {
    const auto month = std::chrono::year{2026} / 9 / 1 + std::chrono::months{i};
    world.figure("up", std::chrono::local_days{month}, Ratio{1, 2});
    world.figure("answer", std::chrono::local_days{month}, Ratio{1, 2});
  }
  return world;
}

TEST(Limits, a_cap_of_the_period_is_used_line_after_line) {
  World world = missing(2);
  world.schedule().caps = {cap_of(1'200'00, CapPer::month)};
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), (Amounts{1'000'00, 200'00, 1'000'00, 200'00}));
  EXPECT_TRUE(tells(ledger.lines[1], LedgerStepWord::cap_amount_cut));
}

TEST(Limits, caps_of_a_line_a_year_and_the_contract_hold_together) {
  World world = missing(6);  // September to February
  world.schedule().clauses[0].caps = {cap_of(900'00, CapPer::level)};
  world.schedule().caps = {cap_of(4'000'00, CapPer::year), cap_of(5'000'00, CapPer::contract)};
  const Amounts expected{900'00, 600'00, 900'00, 600'00, 900'00, 100'00,
                         0,      0,      900'00, 100'00, 0,      0};
  EXPECT_EQ(amounts_of(world.assess()), expected);
}

TEST(Limits, a_cap_in_share_is_that_of_the_whole_month_however_it_is_cut) {
  Agreement first = contract_of_acme();
  first.in_force.to = day(2026, 9, 15);
  first.penalties->clauses = {line_on("up", Flat{share(50, 100)})};
  first.penalties->caps = {{.per = CapPer::month, .share = {30, 100}, .base = network_fee()}};
  Agreement second = first;
  second.version = 2;
  second.in_force = {.from = day(2026, 9, 16), .to = {}};
  World world{first};
  world.add(second);
  world.figure("up", day(2026, 9, 1), Ratio{1, 2});
  world.figure("up", day(2026, 9, 16), Ratio{1, 2}, 1);
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{12'000'00, 2'400'00}));
}

TEST(Limits, at_most_so_many_lines_keeps_the_highest) {
  World world = missing(1);
  world.schedule().caps = {{.per = CapPer::month, .kind = Cap::Kind::lines, .lines = 1}};
  world.schedule().clauses[0].function = Flat{amount(500'00)};
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{0, 600'00}));
}

TEST(Limits, the_amount_at_risk_caps_its_month) {
  World world = missing(1);
  world.schedule().at_risk = Ratio{3, 100};
  world.schedule().at_risk_base = network_fee();
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{1'000'00, 440'00}));
}

TEST(Limits, an_order_has_its_own_cap) {
  World world = missing(1);
  for (const char* id : {"BC-1", "BC-2"}) {
    world.agreement().charges.orders.push_back({.id = id, .minor = 10'000'00});
  }
  world.schedule().clauses[0].function = Flat{share(20, 100)};
  world.schedule().clauses[0].base = {.kind = PenaltyBase::Kind::order, .name = "BC-1"};
  world.schedule().clauses[1].function = Flat{share(20, 100)};
  world.schedule().clauses[1].base = {.kind = PenaltyBase::Kind::order, .name = "BC-2"};
  world.schedule().caps = {cap_of(1'500'00, CapPer::order)};
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{1'500'00, 1'500'00}));
}

TEST(Limits, crossing_the_threshold_makes_every_held_line_due_at_once_in_that_period) {
  World world = missing(2);
  world.schedule().threshold = PenaltyThreshold{.minor = 2'000'00};
  const Ledger ledger = world.assess();
  for (const LedgerLine& line : ledger.lines) {
    EXPECT_EQ(line.state, PenaltyState::computed);
    EXPECT_EQ(line.due_in, "2026-10");
  }
  ASSERT_EQ(ledger.totals.size(), 2U);
  EXPECT_EQ(ledger.totals[0].due.minor, 0);
  EXPECT_EQ(ledger.totals[0].held.minor, 0);
  EXPECT_EQ(ledger.totals[1].due.minor, 3'200'00);
  EXPECT_EQ(ledger.totals[1].released.minor, 1'600'00);
  EXPECT_TRUE(tells(ledger.lines[0], LedgerStepWord::threshold_released));
}

TEST(Limits, a_deductible_takes_the_first_amounts_away) {
  World world = missing(2);
  world.schedule().threshold =
      PenaltyThreshold{.minor = 1'200'00, .kind = ThresholdKind::deductible};
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{0, 400'00, 1'000'00, 600'00}));
}

TEST(Limits, a_threshold_of_a_period_starts_anew) {
  World world = missing(2);
  world.schedule().clauses[1].targets = {"up"};  // both lines on the same target
  world.schedule().threshold = PenaltyThreshold{.minor = 1'600'00, .per = CapPer::month};
  const Ledger ledger = world.assess();
  EXPECT_EQ(ledger.totals[0].held.minor, 1'600'00);
  EXPECT_EQ(ledger.totals[1].held.minor, 1'600'00);
}

TEST(Limits, a_period_under_the_least_payout_pays_nothing) {
  for (const auto& [least, expected] :
       std::vector<std::pair<std::int64_t, std::int64_t>>{{1'600'00, 1'600'00}, {1'600'01, 0}}) {
    World world = missing(1);
    world.schedule().minimum_payout_minor = least;
    const Ledger ledger = world.assess();
    EXPECT_EQ(ledger.totals[0].due.minor, expected);
    EXPECT_EQ(tells(ledger.lines[0], LedgerStepWord::payout_too_small), expected == 0);
  }
}

}  // namespace
}  // namespace vigie
