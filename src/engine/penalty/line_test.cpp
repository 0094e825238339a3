#include "engine/penalty/line.h"

#include <gtest/gtest.h>

#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;
using std::chrono::hours;
using Amounts = std::vector<std::int64_t>;

/// Months from January on: missed, attained, or without volume.
enum class Month { missed, attained, empty };
constexpr Month x = Month::missed;
constexpr Month o = Month::attained;
constexpr Month e = Month::empty;

Amounts amounts_with(const RepeatRule& rule, const std::vector<Month>& months) {
  World world;
  PenaltyClause line = line_on("up", Flat{amount(100)});
  line.repeat = rule;
  world.schedule().clauses = {line};
  for (unsigned i = 0; i < months.size(); ++i) {
    std::optional<Ratio> rate;
    if (months[i] != Month::empty) rate = months[i] == Month::missed ? Ratio{1, 2} : Ratio{1, 1};
    world.figure("up", day(2026, i + 1, 1), rate);
  }
  return amounts_of(world.assess());
}

TEST(Lines, a_row_of_misses_costs_more_and_a_month_without_volume_does_not_break_it) {
  const RepeatRule twice{.kind = RepeatKind::consecutive};
  EXPECT_EQ(amounts_with(twice, {x, x, x}), (Amounts{100, 200, 200}));
  EXPECT_EQ(amounts_with(twice, {x, o, x, x}), (Amounts{100, 100, 200}));
  EXPECT_EQ(amounts_with(twice, {x, e, x}), (Amounts{100, 200}));
  EXPECT_EQ(amounts_with({.kind = RepeatKind::consecutive, .times = 3}, {x, x, x}),
            (Amounts{100, 100, 200}));
}

TEST(Lines, a_multiplier_compounds_only_when_said_and_up_to_its_highest) {
  const RepeatRule doubling{
      .kind = RepeatKind::consecutive, .compound = true, .at_most = Ratio{6, 1}};
  EXPECT_EQ(amounts_with(doubling, {x, x, x, x, x}), (Amounts{100, 200, 400, 600, 600}));
  const RepeatRule half{.kind = RepeatKind::consecutive,
                        .multiplier = {3, 2},
                        .compound = true,
                        .at_most = Ratio{3, 1}};
  EXPECT_EQ(amounts_with(half, {x, x, x, x}), (Amounts{100, 150, 225, 300}));
}

TEST(Lines, missed_in_two_of_the_last_three_months_that_have_volume) {
  const RepeatRule rule{.kind = RepeatKind::n_of_m, .times = 2, .of = 3, .multiplier = {3, 2}};
  EXPECT_EQ(amounts_with(rule, {x, o, x}), (Amounts{100, 150}));
  EXPECT_EQ(amounts_with(rule, {x, o, o, x}), (Amounts{100, 100}));
  EXPECT_EQ(amounts_with(rule, {x, o, e, e, x}), (Amounts{100, 150}));
}

TEST(Lines, an_allowance_rolls_over_the_periods_that_it_names) {
  for (const auto& [over, expected] : std::vector<std::pair<int, Amounts>>{
           {1, {0, 0, 0, 0}}, {2, {0, 100, 0, 100}}, {3, {0, 100, 100, 0}}}) {
    World world;
    PenaltyClause line = line_on("up", Flat{amount(100)});
    line.free = 1;
    line.free_over = over;
    world.schedule().clauses = {line};
    for (unsigned i = 1; i <= 4; ++i) world.figure("up", day(2026, i, 1), Ratio{1, 2});
    EXPECT_EQ(amounts_of(world.assess()), expected) << over;
  }
}

TEST(Lines, the_first_tickets_of_a_month_are_free_in_the_order_of_their_due_instants) {
  World world;
  PenaltyClause line = line_on("up", Flat{amount(100)});
  line.measure = PenaltyMeasure::per_event;
  line.free = 1;
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 3, 1), Ratio{0, 1});
  world.late("up", "LATER", day(2026, 3, 9), hours{1});
  world.late("up", "FIRST", day(2026, 3, 2), hours{1});
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), (Amounts{0, 100}));
  EXPECT_EQ(world.names().text(*ledger.lines[0].ticket), "FIRST");
  EXPECT_TRUE(tells(ledger.lines[0], LedgerStepWord::free_taken));
}

TEST(Lines, a_miss_that_the_small_sample_allows_costs_nothing) {
  World world;
  world.schedule().clauses = {line_on("up", Shortfall{})};
  Attainment& month = world.figure("up", day(2026, 3, 1), Ratio{1, 2});
  month.attained = true;
  month.small_sample = true;
  EXPECT_TRUE(world.assess().lines.empty());
}

TEST(Lines, a_weight_multiplies_and_the_line_is_rounded_once) {
  World world;
  world.agreement().charges.fees[0].versions[0].minor = 333'33;
  PenaltyClause line = line_on("up", Flat{share(1, 3)});
  line.weight = {3, 2};
  world.schedule().clauses = {line};
  world.figure("up", day(2026, 3, 1), Ratio{1, 2});
  EXPECT_EQ(amounts_of(world.assess()), Amounts{166'67});  // 166.665 exactly
}

TEST(Lines, one_penalty_for_an_incident_and_its_children) {
  for (const Combination combination : {Combination::sum, Combination::one_per_incident}) {
    World world;
    world.schedule().combination = combination;
    for (const char* target : {"up", "answer"}) {
      PenaltyClause line = line_on(target, PerUnit{.unit = hours{1}, .each = amount(100)});
      line.measure = PenaltyMeasure::per_event;
      world.schedule().clauses.push_back(line);
      world.figure(target, day(2026, 3, 1), Ratio{0, 1});
      const Id<Ticket> root = world.late(target, "ROOT", day(2026, 3, 2), hours{2}).ticket;
      world.late(target, "CHILD", day(2026, 3, 3), hours{3}).incident = root;
    }
    world.late("answer", "ALONE", day(2026, 3, 4), hours{4});
    const Amounts each{0, 300, 0, 300, 400};
    const Amounts one{0, 300, 0, 0, 400};
    EXPECT_EQ(amounts_of(world.assess()), combination == Combination::sum ? each : one);
  }
}

TEST(Lines, only_the_highest_of_a_period_when_the_schedule_says_so) {
  World world;
  world.schedule().combination = Combination::maximum;
  world.schedule().clauses = {line_on("up", Flat{amount(100)}),
                              line_on("answer", Flat{amount(300)})};
  world.figure("up", day(2026, 3, 1), Ratio{1, 2});
  world.figure("answer", day(2026, 3, 1), Ratio{1, 2});
  EXPECT_EQ(amounts_of(world.assess()), (Amounts{0, 300}));
}

}  // namespace
}  // namespace vigie
