#include "engine/penalty/base.h"

#include <gtest/gtest.h>

#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;

/// A miss that costs the whole base, in the month of `on`.
std::int64_t cost_of(World& world, CivilDay on) {
  world.schedule().clauses = {line_on("up", Flat{share(1, 1)})};
  world.figure("up", on, Ratio{1, 2});
  return world.assess().lines.at(0).amount.minor;
}

World from_to(CivilDay from, std::optional<CivilDay> to, ProRata pro_rata) {
  Agreement agreement = contract_of_acme();
  agreement.in_force = {.from = from, .to = to};
  agreement.penalties->pro_rata = pro_rata;
  return World{std::move(agreement)};
}

TEST(PenaltyBase, a_partial_month_pays_its_days_its_thirtieths_or_whole) {
  struct Row {
    CivilDay from;
    std::optional<CivilDay> to;
    ProRata pro_rata;
    std::int64_t expected;
  };
  const CivilDay sixteen = day(2026, 2, 16);
  const CivilDay fifteen = day(2026, 2, 15);
  for (const Row& row : {Row{sixteen, {}, ProRata::actual_days, 2'228'571},  // 13/28
                         Row{sixteen, {}, ProRata::thirtieths, 2'400'000},   // 15/30
                         Row{sixteen, {}, ProRata::none, 4'800'000},
                         Row{day(2026, 1, 1), fifteen, ProRata::actual_days, 2'571'429},  // 15/28
                         Row{day(2026, 1, 1), fifteen, ProRata::thirtieths, 2'400'000},
                         Row{day(2026, 1, 1), {}, ProRata::thirtieths, 4'800'000}}) {
    World world = from_to(row.from, row.to, row.pro_rata);
    EXPECT_EQ(cost_of(world, sixteen), row.expected) << key_of(row.pro_rata);
  }
}

TEST(PenaltyBase, the_thirtieths_of_a_month_of_31_days_add_up_to_it) {
  World first = from_to(day(2026, 1, 1), day(2026, 3, 30), ProRata::thirtieths);
  World last = from_to(day(2026, 3, 31), {}, ProRata::thirtieths);
  EXPECT_EQ(cost_of(first, day(2026, 3, 15)), 4'800'000);
  EXPECT_EQ(cost_of(last, day(2026, 3, 31)), 0);
}

TEST(PenaltyBase, a_fee_has_the_version_in_force_as_signed_or_revised) {
  for (const auto& [price, expected] : std::vector<std::pair<PriceState, std::int64_t>>{
           {PriceState::initial, 48'000'00}, {PriceState::revised, 49'000'00}}) {
    World world;
    Fee& fee = world.agreement().charges.fees[0];
    fee.versions.push_back({day(2026, 9, 1), PriceState::revised, 49'000'00, "SYNTEC"});
    fee.versions.push_back({day(2026, 10, 1), PriceState::revised, 50'000'00, "SYNTEC"});
    PenaltyClause line = line_on("up", Flat{share(1, 1)});
    line.base.price = price;
    world.schedule().clauses = {line};
    world.figure("up", day(2026, 8, 1), Ratio{1, 2});
    world.figure("up", day(2026, 9, 1), Ratio{1, 2});
    EXPECT_EQ(amounts_of(world.assess()), (std::vector<std::int64_t>{48'000'00, expected}));
  }
}

TEST(PenaltyBase, an_invoiced_fee_is_what_was_invoiced_and_says_when_it_is_not_yet) {
  World world;
  world.agreement().charges.fees[0].invoiced = {{"2026-09", 47'500'00}};
  PenaltyClause line = line_on("up", Flat{share(1, 1)});
  line.base.price = PriceState::invoiced;
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 9, 1), Ratio{1, 2});
  world.figure("up", day(2026, 10, 1), Ratio{1, 2});
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), (std::vector<std::int64_t>{47'500'00, 48'000'00}));
  EXPECT_TRUE(tells(ledger.lines[0], LedgerStepWord::fee_invoiced));
  EXPECT_TRUE(tells(ledger.lines[1], LedgerStepWord::fee_not_invoiced));
}

TEST(PenaltyBase, a_month_cut_by_an_amendment_pays_each_stretch_with_its_own_fee) {
  Agreement first = contract_of_acme();
  first.in_force.to = day(2026, 9, 10);
  first.penalties->clauses = {line_on("up", Flat{share(1, 1)})};
  Agreement second = first;
  second.version = 2;
  second.in_force = {.from = day(2026, 9, 11), .to = {}};
  second.charges.fees[0].versions[0].minor = 60'000'00;
  World world{first};
  world.add(second);
  world.figure("up", day(2026, 9, 1), Ratio{1, 2});
  world.figure("up", day(2026, 9, 11), Ratio{1, 2}, 1);
  EXPECT_EQ(amounts_of(world.assess()), (std::vector<std::int64_t>{16'000'00, 40'000'00}));
}

TEST(PenaltyBase, a_yearly_fee_gives_a_month_its_days_and_a_quarter_sums_its_months) {
  World yearly;
  yearly.agreement().charges.fees[0].per = PeriodKind::year;
  yearly.agreement().charges.fees[0].versions[0].minor = 365'000'00;
  EXPECT_EQ(cost_of(yearly, day(2026, 9, 1)), 30'000'00);
  World twelfth;
  twelfth.agreement().charges.fees[0].per = PeriodKind::year;
  twelfth.schedule().pro_rata = ProRata::none;
  EXPECT_EQ(cost_of(twelfth, day(2026, 9, 1)), 4'000'00);
  World quarter;
  quarter.agreement().commitments[0].measurement.period.kind = PeriodKind::quarter;
  EXPECT_EQ(cost_of(quarter, day(2026, 9, 1)), 144'000'00);
}

TEST(PenaltyBase, a_fee_without_name_is_all_the_fees) {
  World world;
  world.agreement().charges.fees.push_back({.id = "desk", .versions = {{.minor = 2'000'00}}});
  world.schedule().clauses = {line_on("up", Flat{share(1, 1)})};
  world.schedule().clauses[0].base.name.clear();
  world.figure("up", day(2026, 9, 1), Ratio{1, 2});
  EXPECT_EQ(amounts_of(world.assess()), (std::vector<std::int64_t>{50'000'00}));
}

}  // namespace
}  // namespace vigie
