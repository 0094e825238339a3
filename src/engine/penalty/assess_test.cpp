#include "engine/penalty/assess.h"

#include <gtest/gtest.h>

#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using Amounts = std::vector<std::int64_t>;

Band band(std::optional<Ratio> from, std::optional<Ratio> to, Award award) {
  return {.from = from, .to = to, .award = award};
}

/// Service points of the published example, at one decimal.
Bands service_points() {
  return {.bands = {band({}, Ratio{96, 100}, points(4)),
                    band(Ratio{96, 100}, Ratio{97, 100}, points(3)),
                    band(Ratio{97, 100}, Ratio{98, 100}, points(2)),
                    band(Ratio{98, 100}, Ratio{99, 100}, points(1)),
                    band(Ratio{99, 100}, {}, points(0))}};
}

TEST(Assess, service_points_double_when_the_same_target_is_missed_twice_in_a_row) {
  World world;
  world.agreement().commitments[0].measurement.required = Ratio{99, 100};
  world.schedule().precision = Precision{.decimals = 1};
  PenaltyClause line = line_on("up", service_points());
  line.repeat = {.kind = RepeatKind::consecutive};
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 9, 1), Ratio{965, 1000});
  world.figure("up", day(2026, 10, 1), Ratio{985, 1000});
  world.figure("up", day(2026, 11, 1), Ratio{965, 1000});
  const Ledger ledger = world.assess();
  ASSERT_EQ(ledger.lines.size(), 3U);
  EXPECT_EQ(ledger.lines[0].points, 3);
  EXPECT_EQ(ledger.lines[1].points, 2);
  EXPECT_EQ(ledger.lines[2].points, 6);
}

TEST(Assess, an_allocation_of_a_pool_of_the_amount_at_risk) {
  World world;
  world.agreement().charges.fees[0].versions[0].minor = 100'000'00;
  world.schedule().at_risk = Ratio{10, 100};
  world.schedule().at_risk_base = network_fee();
  world.schedule().pools = {{.name = "operations", .share = {50, 100}}};
  PenaltyClause line = line_on("up", Flat{share(1, 1)});
  line.pool = "operations";
  line.allocation = {40, 100};
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 9, 1), Ratio{90, 100});
  EXPECT_EQ(amounts_of(world.assess()), Amounts{2'000'00});
}

TEST(Assess, bands_of_the_contract_value_at_whole_percents) {
  World world;
  world.schedule().precision = Precision{};
  PenaltyClause line =
      line_on("up", Bands{.bands = {band({}, Ratio{92, 100}, share(20, 100)),
                                    band(Ratio{92, 100}, Ratio{94, 100}, share(15, 100)),
                                    band(Ratio{94, 100}, {}, share(0, 100))}});
  line.base = {.kind = PenaltyBase::Kind::contract};
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 9, 1), Ratio{92, 100});
  EXPECT_EQ(amounts_of(world.assess()), Amounts{75'000'00});
}

/// CCAG-TIC 2021 on a part of 50,000.00 delivered `late` days late.
Ledger delivered(int late) {
  World world;
  world.agreement().charges.orders.push_back(
      {.id = "BC-12", .minor = 50'000'00, .parts = {{"DEL-1", 50'000'00}}});
  world.agreement().charges.contract_minor = 50'000'00;
  PenaltyClause line = line_on("up", LinearDelay{});
  line.measure = PenaltyMeasure::per_event;
  line.base = {.kind = PenaltyBase::Kind::late_part};
  world.schedule().clauses = {line};
  world.schedule().caps = {
      {.per = CapPer::contract, .share = {10, 100}, .base = {.kind = PenaltyBase::Kind::contract}}};
  world.schedule().threshold = PenaltyThreshold{.minor = 1'000'00};
  world.figure("up", day(2026, 9, 1), Ratio{0, 1});
  world.late("up", "DEL-1", day(2026, 3, 2), days{late});
  return world.assess();
}

TEST(Assess, a_delay_of_twelve_days_is_held_under_the_threshold_of_public_procurement) {
  const Ledger ledger = delivered(12);
  ASSERT_EQ(ledger.lines.size(), 1U);
  EXPECT_EQ(ledger.lines[0].amount.minor, 600'00);
  EXPECT_EQ(ledger.lines[0].state, PenaltyState::held);
  EXPECT_EQ(ledger.totals[0].due.minor, 0);
  EXPECT_EQ(ledger.totals[0].held.minor, 600'00);
}

TEST(Assess, a_delay_of_sixty_days_is_due_and_one_of_two_hundred_is_cut_to_the_tenth) {
  const Ledger sixty = delivered(60);
  EXPECT_EQ(sixty.lines[0].amount.minor, 3'000'00);
  EXPECT_EQ(sixty.lines[0].state, PenaltyState::computed);
  const Ledger cut = delivered(200);
  EXPECT_EQ(cut.lines[0].computed.minor, 10'000'00);
  EXPECT_EQ(cut.lines[0].amount.minor, 5'000'00);
  EXPECT_TRUE(tells(cut.lines[0], LedgerStepWord::cap_share_cut));
}

TEST(Assess, exactly_the_threshold_is_still_exempt) {
  EXPECT_EQ(delivered(20).lines[0].state, PenaltyState::held);
  EXPECT_EQ(delivered(21).lines[0].state, PenaltyState::computed);
}

TEST(Assess, the_points_of_a_month_give_a_percentage_of_the_fee) {
  for (const auto& [count, expected] : std::vector<std::pair<int, std::int64_t>>{
           {4, 0}, {5, 0}, {10, 960'00}, {14, 960'00}, {29, 3'840'00}, {31, 4'800'00}}) {
    World world;
    world.schedule().points = {{5, {0, 100}},  {10, {2, 100}}, {15, {4, 100}},
                               {20, {6, 100}}, {25, {8, 100}}, {30, {10, 100}}};
    world.schedule().points_base = network_fee();
    world.schedule().clauses = {line_on("up", Flat{points(count - 1)}),
                                line_on("answer", Flat{points(1)})};
    world.figure("up", day(2026, 9, 1), Ratio{90, 100});
    world.figure("answer", day(2026, 9, 1), Ratio{90, 100});
    const Ledger ledger = world.assess();
    ASSERT_EQ(ledger.lines.size(), 3U);
    EXPECT_EQ(ledger.lines[2].kind, LedgerLineKind::points_table);
    EXPECT_EQ(ledger.lines[2].points, count);
    EXPECT_EQ(ledger.lines[2].amount.minor, expected) << count;
    EXPECT_EQ(ledger.totals[0].points, count);
  }
}

TEST(Assess, a_shortfall_is_a_share_of_the_charges) {
  World world;
  world.agreement().commitments[0].measurement.required = Ratio{98, 100};
  world.schedule().clauses = {line_on("up", Shortfall{})};
  world.figure("up", day(2026, 9, 1), Ratio{75, 100});
  EXPECT_EQ(amounts_of(world.assess()), Amounts{11'040'00});  // 23 % of 48,000.00
}

TEST(Assess, a_period_attained_a_ramp_up_and_a_voided_one_cost_nothing) {
  World world;
  world.schedule().clauses = {line_on("up", Flat{share(5, 100)})};
  world.figure("up", day(2026, 8, 1), Ratio{95, 100});
  world.figure("up", day(2026, 9, 1), Ratio{90, 100}).ramp_up = true;
  world.figure("up", day(2026, 10, 1), Ratio{90, 100}).voided_by_volume = true;
  world.figure("up", day(2026, 11, 1), {});
  EXPECT_TRUE(world.assess().lines.empty());
}

TEST(Assess, a_started_hour_begins_one_microsecond_after_the_limit) {
  for (const auto& [overrun, started, elapsed] :
       std::vector<std::tuple<Duration, std::int64_t, std::int64_t>>{
           {Duration{1}, 1, 0}, {hours{1}, 1, 1}, {hours{1} + Duration{1}, 2, 1}}) {
    for (const UnitCount count : {UnitCount::started, UnitCount::elapsed}) {
      World world;
      PenaltyClause line = line_on("up", PerUnit{hours{1}, amount(150'00), count});
      line.measure = PenaltyMeasure::per_event;
      world.schedule().clauses = {line};
      world.figure("up", day(2026, 3, 1), Ratio{0, 1});
      world.late("up", "INC-1", day(2026, 3, 2), overrun);
      const std::int64_t units = count == UnitCount::started ? started : elapsed;
      EXPECT_EQ(amounts_of(world.assess()), Amounts{units * 150'00});
    }
  }
}

TEST(Assess, free_minutes_are_left_out_of_the_overrun_first) {
  World world;
  PenaltyClause line =
      line_on("up", PerUnit{.unit = hours{1}, .each = amount(150'00), .free = minutes{30}});
  line.measure = PenaltyMeasure::per_event;
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 3, 1), Ratio{0, 1});
  world.late("up", "INC-1", day(2026, 3, 2), minutes{90});
  world.late("up", "INC-2", day(2026, 3, 3), minutes{91});
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{150'00, 300'00}));
}

TEST(Assess, steps_of_a_rate_begun_or_lost_whole) {
  for (const auto& [rate, started, elapsed] :
       std::vector<std::tuple<Ratio, std::int64_t, std::int64_t>>{
           {{949, 1000}, 1, 0}, {{94, 100}, 1, 1}, {{935, 1000}, 2, 1}}) {
    for (const UnitCount count : {UnitCount::started, UnitCount::elapsed}) {
      World world;
      world.schedule().clauses = {line_on("up", PerStep{{1, 100}, share(10, 100), count})};
      world.figure("up", day(2026, 9, 1), rate);
      const std::int64_t steps = count == UnitCount::started ? started : elapsed;
      EXPECT_EQ(amounts_of(world.assess()), Amounts{steps * 4'800'00});
    }
  }
}

TEST(Assess, the_rate_is_averaged_with_that_of_the_previous_month) {
  World world;
  PenaltyClause line = line_on("up", Flat{share(5, 100)});
  line.measure = PenaltyMeasure::rolling;
  line.rolling = 2;
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 8, 1), Ratio{100, 100});
  world.figure("up", day(2026, 9, 1), Ratio{90, 100});   // 95 % on average
  world.figure("up", day(2026, 10, 1), {});              // neutral
  world.figure("up", day(2026, 11, 1), Ratio{99, 100});  // 94.5 % on average
  const Ledger ledger = world.assess();
  ASSERT_EQ(ledger.lines.size(), 1U);
  EXPECT_EQ(ledger.lines[0].period, "2026-11");
}

TEST(Assess, a_service_down_in_a_slice_pays_for_that_slice_once) {
  World world;
  PenaltyClause line = line_on("up", Flat{share(5, 100)});
  line.measure = PenaltyMeasure::per_slice;
  line.slice = minutes{10};
  world.schedule().clauses = {line};
  const Instant start = world.at(day(2026, 9, 1), {});
  Attainment& month = world.figure("up", day(2026, 9, 1), Ratio{999, 1000});
  month.availability.emplace();
  month.availability->down_intervals = {{start + minutes{1}, start + minutes{2}},
                                        {start + minutes{8}, start + minutes{20}},
                                        {start + minutes{25}, start + minutes{31}}};
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), Amounts{4 * 2'400'00});  // slices 0, 1, 2 and 3
}

TEST(Assess, a_bonus_is_taken_off_the_total) {
  World world;
  PenaltyClause bonus =
      line_on("answer", Bands{.bands = {band(Ratio{99, 100}, {}, share(1, 100))}});
  bonus.nature = PenaltyNature::bonus;
  world.schedule().clauses = {line_on("up", Flat{share(5, 100)}), bonus};
  world.figure("up", day(2026, 9, 1), Ratio{90, 100});
  world.figure("answer", day(2026, 9, 1), Ratio{995, 1000});
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), (Amounts{2'400'00, 480'00}));
  EXPECT_EQ(ledger.totals[0].due.minor, 1'920'00);
}

TEST(Assess, the_days_of_a_delay_are_local_days_and_stop_with_the_contract) {
  World world;
  world.agreement().in_force.to = day(2026, 3, 31);
  PenaltyClause line = line_on("up", LinearDelay{});
  line.measure = PenaltyMeasure::per_event;
  line.base = {.kind = PenaltyBase::Kind::amount, .minor = 1'000'00};
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 3, 1), Ratio{0, 1});
  world.late("up", "SAME-DAY", day(2026, 3, 2), hours{11});
  world.late("up", "NEXT-DAY", day(2026, 3, 3), hours{13});
  world.late("up", "SUMMER-TIME", day(2026, 3, 28), days{2});
  world.late("up", "AFTER-THE-END", day(2026, 3, 29), days{30});
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), (Amounts{0, 1'00, 2'00, 2'00}));
  EXPECT_TRUE(tells(ledger.lines[3], LedgerStepWord::ticket_cut));
}

TEST(Assess, every_line_says_what_made_it) {
  World world;
  world.schedule().clauses = {line_on("up", Flat{share(5, 100)})};
  world.schedule().claim_within_days = 21;
  world.schedule().observation_days = 15;
  world.figure("up", day(2026, 9, 1), Ratio{90, 100}).provisional = true;
  const Ledger ledger = world.assess();
  const LedgerLine& line = ledger.lines.at(0);
  EXPECT_EQ(line.claim_until, day(2026, 10, 21));
  EXPECT_TRUE(line.provisional);
  using enum LedgerStepWord;
  for (const LedgerStepWord word : {rate_given, fee_initial, flat_miss, rounded_once, no_threshold,
                                    claim_by, observe_within, period_not_over, calculated_by}) {
    EXPECT_TRUE(tells(line, word)) << key_of(word);
  }
}

}  // namespace
}  // namespace vigie
