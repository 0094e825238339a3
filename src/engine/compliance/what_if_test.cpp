#include "engine/compliance/what_if.h"

#include <gtest/gtest.h>

#include "engine/compliance/other_terms.h"
#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using namespace std::chrono;

CivilDay day(unsigned month_number, unsigned day_number) {
  return local_days{year{2026} / month{month_number} / std::chrono::day{day_number}};
}

Agreement acme() {
  Agreement agreement{
      .id = "acme",
      .between = {.provider = "NOVA", .customer = "ACME"},
      .in_force = {.from = day(1, 1), .to = {}},
      .zone = "UTC",
  };
  Commitment resolve{.id = "resolve", .calendar = "always"};
  resolve.within = ServiceDuration{.budget = hours{24}};
  resolve.measurement.required = Ratio{9, 10};
  agreement.commitments.push_back(resolve);
  return agreement;
}

struct Side {
  Terms terms;
  Evaluation evaluation;
  std::vector<BriefVerdict> brief;
};

class WhatIfTest : public testing::Test {
 protected:
  /// Resolved so many hours after its opening at noon.
  void tell(const std::string& ticket, CivilDay opened_on, int hours_taken) {
    const Instant opened{opened_on.time_since_epoch() + hours{12}};
    const auto id = names_.intern<Ticket>(ticket);
    histories_.append(id, {.at = opened, .recorded_at = opened, .word = EventWord::opened});
    const Instant resolved = opened + hours{hours_taken};
    histories_.append(id, {.at = resolved, .recorded_at = resolved, .word = EventWord::resolved});
  }

  Side judged(std::vector<Agreement> agreements) {
    Side side;
    auto made = Terms::from(std::move(agreements), zones_, names_);
    EXPECT_TRUE(made.faults.empty());
    side.terms = std::move(made.terms);
    side.evaluation = evaluate({.terms = side.terms,
                                .histories = histories_,
                                .names = names_,
                                .as_of = *histories_.last_event(),
                                .threads = 1},
                               {}, &side.brief);
    return side;
  }

  WhatIf compared(std::vector<Agreement> before, std::vector<Agreement> after) {
    const Side old = judged(std::move(before));
    const Side other = judged(std::move(after));
    return compare_terms({old.terms, old.evaluation, old.brief},
                         {other.terms, other.evaluation, other.brief});
  }

  Names names_;
  ZonesForTest zones_;
  Histories histories_;
};

const TermChange sixteen_hours{"resolve", TermChange::WithinOf{hours{16}}};

TEST_F(WhatIfTest, a_version_that_changes_another_target_moves_no_period_that_it_cuts) {
  Agreement two_targets = acme();
  two_targets.commitments.push_back(two_targets.commitments.front());
  two_targets.commitments.front().id = "repair";
  two_targets.commitments.front().metric = Metric::restoration;
  tell("INC-late", day(4, 2), 30);
  for (int i = 0; i < 19; ++i) tell("INC-" + std::to_string(i), day(4, i == 0 ? 3 : 16), 1);
  const TermChange change{"repair", TermChange::WithinOf{hours{48}}};
  const auto found = compared({two_targets}, changed({two_targets}, change, day(4, 15)));
  const TargetDifference& resolve = found.targets[1];
  ASSERT_EQ(resolve.target, "resolve");
  ASSERT_EQ(resolve.periods.size(), 1U);
  EXPECT_EQ(resolve.periods[0].after.stretches, 2) << "1 of 2, then 18 of 18";
  EXPECT_EQ(resolve.periods[0].after.attained, true) << "19 of 20 of 90 %, as before";
  EXPECT_FALSE(resolve.moves());
}

TEST_F(WhatIfTest, what_was_before_the_new_terms_does_not_move) {
  tell("INC-march", day(3, 10), 20);
  tell("INC-april", day(4, 20), 20);
  tell("INC-short", day(4, 21), 10);
  const auto found = compared({acme()}, changed({acme()}, sixteen_hours, day(4, 15)));
  ASSERT_EQ(found.targets.size(), 1U);
  EXPECT_EQ(found.targets[0].before.tally.met, 3);
  EXPECT_EQ(found.targets[0].after.tally.met, 2);
  ASSERT_EQ(found.targets[0].periods.size(), 2U);
  EXPECT_FALSE(found.targets[0].periods[0].moves()) << "March";
  EXPECT_TRUE(found.targets[0].periods[1].moves()) << "April";
  ASSERT_EQ(found.flips.size(), 1U);
  EXPECT_EQ(names_.text(found.flips[0].ticket), "INC-april");
  EXPECT_EQ(found.flips[0].before, Verdict::met);
  EXPECT_EQ(found.flips[0].after, Verdict::breached);
}

TEST_F(WhatIfTest, without_a_day_the_whole_past_is_asked) {
  tell("INC-march", day(3, 10), 20);
  tell("INC-april", day(4, 20), 20);
  const auto found = compared({acme()}, changed({acme()}, sixteen_hours, {}));
  EXPECT_EQ(found.flips.size(), 2U);
}

TEST_F(WhatIfTest, the_same_terms_flip_nothing_and_move_nothing) {
  for (int i = 0; i < 40; ++i) tell("INC-" + std::to_string(i), day(2, 1), i);
  const auto found = compared({acme()}, {acme()});
  EXPECT_TRUE(found.flips.empty());
  for (const auto& period : found.targets[0].periods) EXPECT_FALSE(period.moves());
}

TEST_F(WhatIfTest, the_difference_of_met_is_the_balance_of_flips) {
  for (int i = 0; i < 40; ++i) tell("INC-" + std::to_string(i), day(2, 1 + i % 20), i);
  const auto found = compared({acme()}, changed({acme()}, sixteen_hours, day(2, 10)));
  std::int64_t balance = 0;
  for (const Flip& flip : found.flips) {
    balance += flip.after == Verdict::met ? 1 : 0;
    balance -= flip.before == Verdict::met ? 1 : 0;
  }
  EXPECT_NE(balance, 0);
  EXPECT_EQ(found.targets[0].after.tally.met - found.targets[0].before.tally.met, balance);
}

TEST_F(WhatIfTest, agreements_that_share_no_id_are_compared_by_their_targets) {
  tell("INC-1", day(3, 10), 20);
  Agreement other = acme();
  other.id = "acme-gross";
  other.commitments[0].within = ServiceDuration{.budget = hours{4}};
  const auto found = compared({acme()}, amended({acme()}, {other}, {}));
  ASSERT_EQ(found.targets.size(), 1U);
  EXPECT_EQ(found.targets[0].agreement, "");
  EXPECT_EQ(found.flips.size(), 1U);
}

TEST_F(WhatIfTest, a_target_that_is_new_shows_what_it_would_have_judged) {
  tell("INC-1", day(3, 10), 20);
  Agreement other = acme();
  other.commitments[0].id = "repair";
  const auto found = compared({acme()}, amended({acme()}, {other}, {}));
  ASSERT_EQ(found.targets.size(), 2U);
  ASSERT_EQ(found.flips.size(), 2U);
  EXPECT_FALSE(found.flips[0].after);
  EXPECT_FALSE(found.flips[1].before);
}

TEST(OtherTerms, a_new_version_ends_the_one_before_on_the_eve) {
  Agreement second = acme();
  second.version = 2;
  second.in_force.from = day(4, 15);
  const auto agreements = amended({acme()}, {second}, {});
  ASSERT_EQ(agreements.size(), 2U);
  EXPECT_EQ(agreements[0].in_force.to, day(4, 14));
  EXPECT_EQ(agreements[1].version, 2);
  EXPECT_FALSE(agreements[1].in_force.to);
}

TEST(OtherTerms, the_same_version_takes_the_place_of_the_old_one) {
  Agreement other = acme();
  other.title = "other";
  const auto agreements = amended({acme()}, {other}, {});
  ASSERT_EQ(agreements.size(), 1U);
  EXPECT_EQ(agreements[0].title, "other");
}

TEST(OtherTerms, the_same_version_from_a_day_on_becomes_the_next_one) {
  const auto agreements = amended({acme()}, {acme()}, day(6, 1));
  ASSERT_EQ(agreements.size(), 2U);
  EXPECT_EQ(agreements[1].version, 2);
  EXPECT_EQ(agreements[1].in_force.from, day(6, 1));
  EXPECT_EQ(agreements[0].in_force.to, day(5, 31));
}

TEST(OtherTerms, a_change_needs_its_target_and_its_calendar) {
  EXPECT_TRUE(can_change({acme()}, sixteen_hours));
  EXPECT_FALSE(can_change({acme()}, {"restore", TermChange::WithinOf{hours{16}}}));
  EXPECT_TRUE(can_change({acme()}, {"resolve", TermChange::CalendarOf{"always"}}));
  EXPECT_FALSE(can_change({acme()}, {"resolve", TermChange::CalendarOf{"office"}}));
  const auto rate = changed({acme()}, {"resolve", TermChange::RequiredOf{{1, 2}}}, {});
  EXPECT_EQ(rate[0].commitments[0].measurement.required, (Ratio{1, 2}));
}

}  // namespace
}  // namespace vigie
