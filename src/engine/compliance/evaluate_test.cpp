#include "engine/compliance/evaluate.h"

#include <gtest/gtest.h>

#include "engine/clock/random_for_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using namespace random_for_test;

struct Example {
  Names names;
  ZonesForTest zones;
  Terms terms;
  Histories histories;
};

/// Tickets of random lives, some of which name parties that no agreement knows.
void fill(Example& run, std::uint64_t seed) {
  Dice dice{seed};
  auto made = Terms::from({random_agreement(dice, run.names)}, run.zones, run.names);
  ASSERT_TRUE(made.faults.empty());
  run.terms = std::move(made.terms);
  for (int i = 0; i < 300; ++i) {
    const History history = random_history(dice, run.names, 1 + pick(dice, 9));
    const auto ticket = run.names.intern<Ticket>("INC-" + std::to_string(i));
    run.histories.append(ticket, history.events);
  }
}

Evaluation evaluated(const Example& run, unsigned threads, std::size_t together) {
  return evaluate({.terms = run.terms,
                   .histories = run.histories,
                   .names = run.names,
                   .as_of = *run.histories.last_event(),
                   .keep_verdicts = true,
                   .threads = threads,
                   .together = together});
}

void expect_same(const Evaluation& one, const Evaluation& other) {
  ASSERT_EQ(one.verdicts.size(), other.verdicts.size());
  for (std::size_t i = 0; i < one.verdicts.size(); ++i) {
    const Judgement& a = one.verdicts[i];
    const Judgement& b = other.verdicts[i];
    EXPECT_EQ(a.ticket, b.ticket);
    EXPECT_EQ(a.verdict, b.verdict);
    EXPECT_EQ(a.reading.elapsed, b.reading.elapsed);
    EXPECT_EQ(a.reading.breached_at, b.reading.breached_at);
  }
  ASSERT_EQ(one.targets.size(), other.targets.size());
  for (std::size_t i = 0; i < one.targets.size(); ++i) {
    EXPECT_EQ(one.targets[i].total, other.targets[i].total);
    ASSERT_EQ(one.targets[i].periods.size(), other.targets[i].periods.size());
    for (std::size_t p = 0; p < one.targets[i].periods.size(); ++p) {
      EXPECT_EQ(one.targets[i].periods[p].gross, other.targets[i].periods[p].gross);
      EXPECT_EQ(one.targets[i].periods[p].statistic, other.targets[i].periods[p].statistic);
    }
  }
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    EXPECT_EQ(one.findings.of(code).count, other.findings.of(code).count) << key_of(code);
    EXPECT_EQ(one.findings.of(code).examples, other.findings.of(code).examples) << key_of(code);
  }
}

TEST(Evaluate, gives_the_same_on_one_thread_and_on_several_to_the_examples_of_its_findings) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Example run;
    fill(run, seed);
    ASSERT_FALSE(HasFatalFailure());
    const Evaluation alone = evaluated(run, 1, 1'000'000);
    ASSERT_GT(alone.findings.total(), 0U) << "nothing would be compared";
    expect_same(alone, evaluated(run, 2, 7));
    expect_same(alone, evaluated(run, 3, 1));
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST(Evaluate, reports_how_far_it_is_and_ends_with_all) {
  Example run;
  fill(run, 1);
  std::uint64_t last = 0;
  evaluate({.terms = run.terms,
            .histories = run.histories,
            .names = run.names,
            .as_of = *run.histories.last_event(),
            .threads = 1,
            .together = 10},
           [&](std::uint64_t done, std::uint64_t of) {
             EXPECT_GT(done, last);
             EXPECT_EQ(of, 300U);
             last = done;
           });
  EXPECT_EQ(last, 300U);
}

}  // namespace
}  // namespace vigie
