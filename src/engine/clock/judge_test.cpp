#include "engine/clock/judge.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year;

constexpr auto h9 = hours{9};

/// ACME's promise: P2 within 4h, Monday to Friday 09:00-18:00 in Paris, French holidays closed.
Agreement acme(Names& names) {
  ServiceCalendar office{.name = "office", .zone = "Europe/Paris"};
  office.versions.emplace_back();
  for (int day = 0; day < 5; ++day) {
    office.versions.back().week[static_cast<std::size_t>(day)] = {{h9, hours{18}}};
  }
  office.versions.back().holidays.sets = {"fr"};
  Commitment resolve{
      .id = "resolve-p2", .calendar = "office", .within = ServiceDuration{.budget = hours{4}}};
  resolve.applies_to.priorities = {names.intern<AttributeValue>("P2")};
  Agreement agreement{.id = "acme",
                      .between = {.provider = "NOVA", .customer = "ACME"},
                      .in_force = {.from = local_days{year{2026} / 1 / 1}, .to = {}},
                      .zone = "Europe/Paris"};
  agreement.calendars["office"] = office;
  agreement.commitments.push_back(resolve);
  return agreement;
}

class JudgeTest : public testing::Test {
 protected:
  Instant at(int month, int day, int hour, int minute) {
    const CivilTime local = local_days{year{2026} / month / day} + hours{hour} + minutes{minute};
    return zones_.find("Europe/Paris")->instant_of_stamp(local);
  }
  Event event(Instant when, EventWord word) const {
    return {.at = when, .recorded_at = when, .word = word};
  }
  Event classified(Instant when, Attribute attribute, std::string_view value) {
    Event one = event(when, EventWord::classified);
    one.attribute = attribute;
    one.effect = Effect::origin;
    one.value = names_.intern<AttributeValue>(value);
    return one;
  }
  void tell(Event one) {
    one.sequence = static_cast<std::uint32_t>(history_.events.size() + 1);
    history_.events.push_back(one);
  }
  std::vector<Judgement> judge(Instant as_of) {
    const Terms::Made made = Terms::from({acme(names_)}, zones_, names_);
    EXPECT_TRUE(made.faults.empty());
    std::vector<Judgement> judgements;
    JudgeStorage storage;
    const Relations relations;
    judge_ticket({.terms = made.terms,
                  .history = history_,
                  .relations = relations,
                  .as_of = as_of,
                  .with_segments = true},
                 names_, storage, judgements, findings_);
    return judgements;
  }
  /// The incident of the first example: opened at 16:30, waits for ACME overnight.
  void tell_overnight_wait() {
    history_.ticket = names_.intern<Ticket>("INC-1");
    tell(event(at(3, 2, 16, 30), EventWord::opened));
    tell(classified(at(3, 2, 16, 30), Attribute::priority, "P2"));
    tell(classified(at(3, 2, 16, 30), Attribute::customer, "ACME"));
    Event awaiting = event(at(3, 2, 17, 0), EventWord::awaiting);
    awaiting.party = names_.intern<Party>("customer");
    tell(awaiting);
    tell(event(at(3, 3, 10, 0), EventWord::resumed));
  }

  Names names_;
  ZonesForTest zones_;
  History history_;
  Findings findings_;
};

TEST_F(JudgeTest, an_incident_that_waits_for_the_customer_overnight_counts_our_time_only) {
  tell_overnight_wait();
  tell(event(at(3, 3, 13, 0), EventWord::resolved));
  const auto judgements = judge(at(3, 3, 13, 0));
  ASSERT_EQ(judgements.size(), 1U);
  const Judgement& judgement = judgements.front();
  EXPECT_EQ(judgement.verdict, Verdict::met);
  EXPECT_EQ(judgement.reading.elapsed, minutes{210});
  EXPECT_EQ(judgement.reading.remaining, minutes{30});
  EXPECT_EQ(judgement.reading.due, at(3, 3, 13, 30));
  ASSERT_EQ(judgement.reading.held.size(), 2U);
  EXPECT_EQ(judgement.reading.held[0].in_hours, minutes{210});
  EXPECT_EQ(judgement.reading.held[1].role, Role::customer);
  EXPECT_EQ(judgement.reading.held[1].in_hours, minutes{120});
  EXPECT_EQ(judgement.reading.held[1].wall, hours{17});
  EXPECT_EQ(findings_.of(FindingCode::pause_without_request).count, 1U);
}

TEST_F(JudgeTest, a_clock_has_no_due_instant_while_the_customer_is_awaited) {
  tell_overnight_wait();
  const auto judgements = judge(at(3, 2, 17, 45));
  ASSERT_EQ(judgements.size(), 1U);
  EXPECT_EQ(judgements.front().verdict, Verdict::pending);
  EXPECT_EQ(judgements.front().reading.state, ClockState::paused);
  EXPECT_EQ(judgements.front().reading.due, std::nullopt);
  EXPECT_EQ(judgements.front().reading.elapsed, minutes{30});
}

TEST_F(JudgeTest, a_breach_is_dated_at_the_instant_the_target_was_passed) {
  tell_overnight_wait();
  const auto judgements = judge(at(3, 5, 10, 0));
  ASSERT_EQ(judgements.size(), 1U);
  EXPECT_EQ(judgements.front().verdict, Verdict::breached);
  EXPECT_EQ(judgements.front().reading.breached_at, at(3, 3, 13, 30));
}

}  // namespace
}  // namespace vigie
