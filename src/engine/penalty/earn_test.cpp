#include "engine/penalty/earn.h"

#include <gtest/gtest.h>

#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;
using Amounts = std::vector<std::int64_t>;

/// 1,000.00 for the miss of January, then the rates of the months that follow, in percent; 0: none.
World followed_by(const EarnBack& rule, const std::vector<std::int64_t>& rates) {
  World world;
  world.schedule().clauses = {line_on("up", Flat{amount(1'000'00)})};
  world.schedule().earn_back = rule;
  world.figure("up", day(2026, 1, 1), Ratio{1, 2});
  for (unsigned i = 0; i < rates.size(); ++i) {
    std::optional<Ratio> rate;
    if (rates[i] != 0) rate = Ratio{rates[i], 100};
    world.figure("up", day(2026, i + 2, 1), rate);
  }
  return world;
}

TEST(EarnBack, a_line_is_given_back_in_the_period_that_earned_it) {
  World world = followed_by({.periods = 2}, {95, 0, 96, 97});
  const Ledger ledger = world.assess();
  EXPECT_EQ(amounts_of(ledger), (Amounts{1'000'00, -1'000'00}));
  EXPECT_EQ(ledger.lines[1].kind, LedgerLineKind::earned_back);
  EXPECT_EQ(ledger.lines[1].period, "2026-04");
  EXPECT_EQ(ledger.totals.at(1).due.minor, -1'000'00);
}

TEST(EarnBack, or_its_amount_is_reduced) {
  World world = followed_by({.as = EarnBackAs::cancelled, .periods = 1, .share = {1, 3}}, {95});
  EXPECT_EQ(amounts_of(world.assess()), Amounts{666'67});
}

TEST(EarnBack, a_period_below_what_it_requires_loses_it_and_one_not_over_does_not_count) {
  World lost = followed_by({.periods = 1, .required = Ratio{99, 100}}, {98, 100});
  EXPECT_EQ(amounts_of(lost.assess()), Amounts{1'000'00});
  EXPECT_TRUE(tells(lost.assess().lines[0], LedgerStepWord::earn_back_lost));
  World pending = followed_by({.periods = 1}, {});
  pending.figure("up", day(2026, 2, 1), Ratio{1, 1}).provisional = true;
  EXPECT_TRUE(tells(pending.assess().lines.at(0), LedgerStepWord::earn_back_pending));
}

TEST(EarnBack, not_where_the_line_is_not_eligible) {
  World world = followed_by({.periods = 1}, {100});
  world.schedule().clauses[0].earns_back = false;
  EXPECT_EQ(amounts_of(world.assess()), Amounts{1'000'00});
}

}  // namespace
}  // namespace vigie
