#include "engine/penalty/share.h"

#include <gtest/gtest.h>

#include "engine/penalty/assess_for_test.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

using namespace penalty_for_test;
using std::chrono::hours;

TEST(Shares, co_contractors_bear_a_line_by_the_largest_remainder) {
  World world;
  world.schedule().clauses = {line_on("up", Flat{amount(100'00)})};
  world.schedule().co_contractors = {{"Alpha", 1}, {"Beta", 1}, {"Gamma", 1}};
  world.figure("up", day(2026, 1, 1), Ratio{1, 2});
  const Ledger ledger = world.assess();
  const auto& shares = ledger.lines.at(0).shares;
  ASSERT_EQ(shares.size(), 3U);
  EXPECT_EQ(shares[0].amount.minor, 33'34);
  EXPECT_EQ(shares[1].amount.minor, 33'33);
  EXPECT_EQ(shares[2].party, "Gamma");
}

/// ACME's agreement, underpinned by that of ALPHA, whose supplier owes 40.00 a ticket and 70.00 a
/// month.
World underpinned() {
  Agreement over = contract_of_acme();
  over.underpinned_by = {"alpha"};
  over.penalties->clauses = {line_on("up", Flat{amount(500'00)})};
  Agreement under = contract_of_acme();
  under.id = "alpha";
  under.kind = AgreementKind::uc;
  under.between = {.provider = "ALPHA", .customer = "NOVA"};
  PenaltyClause ticket = line_on("up", Flat{amount(40'00)});
  ticket.measure = PenaltyMeasure::per_event;
  PenaltyClause month = line_on("answer", Flat{amount(70'00)});
  month.id = "monthly";
  under.penalties->clauses = {ticket, month};
  World world{over};
  world.add(under);
  return world;
}

TEST(Shares, what_the_supplier_owes_for_the_same_tickets_and_period_stands_beside) {
  World world = underpinned();
  world.figure("up", day(2026, 1, 1), Ratio{1, 2});
  world.late("up", "BOTH", day(2026, 1, 5), hours{1});
  world.figure("up", day(2026, 1, 1), Ratio{1, 2}, 1);
  world.late("up", "BOTH", day(2026, 1, 5), hours{1}, 1);
  world.late("up", "THEIRS", day(2026, 1, 6), hours{1}, 1);
  world.figure("answer", day(2026, 1, 1), Ratio{1, 2}, 1);
  world.figure("answer", day(2026, 2, 1), Ratio{1, 2}, 1);
  const Ledger ledger = world.assess();
  const LedgerLine& ours = ledger.lines.at(0);
  EXPECT_EQ(ours.amount.minor, 500'00);
  ASSERT_EQ(ours.back_to_back.size(), 2U);
  EXPECT_EQ(ours.back_to_back[0].amount.minor, 40'00);  // of the ticket that both missed
  EXPECT_EQ(ours.back_to_back[1].amount.minor, 70'00);  // of the same metric and month
  EXPECT_TRUE(tells(ours, LedgerStepWord::owed_back));
}

}  // namespace
}  // namespace vigie
