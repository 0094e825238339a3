#include "engine/ticket/timeline.h"

#include <gtest/gtest.h>

#include "engine/ticket/told_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using told::hour;

struct Told {
  const char* rule;
  const char* history;
  const char* spans;
  const char* findings = "";
};

void check(const std::vector<Told>& table) {
  for (const Told& told : table) {
    Names names;
    const History history = told::history_of(told.history, names);
    Timeline timeline;
    read_timeline({.history = history, .as_of = hour(20)}, timeline);
    EXPECT_EQ(told::spans_text(timeline, names), told.spans) << told.rule;
    EXPECT_EQ(told::findings_text(timeline), told.findings) << told.rule;
  }
}

TEST(Timeline, the_holder_follows_assignments_and_waits) {
  check({
      {"unassigned is held by the provider", "1 opened", "1-20 open provider"},
      {"a party and its team", "1 opened; 2 assigned party=NOVA team=N1; 3 assigned party=ALPHA",
       "1-2 open provider | 2-3 open NOVA/N1 | 3-20 open ALPHA"},
      {"a team alone is the provider's", "1 opened; 2 assigned party=ALPHA; 3 assigned team=N2",
       "1-2 open provider | 2-3 open ALPHA | 3-20 open provider/N2"},
      {"assigned to nobody is held by the provider", "1 opened; 2 assigned party=nobody",
       "1-20 open provider"},
      {"a person alone changes nobody", "1 opened; 2 assigned team=N2; 3 assigned person=Ana",
       "1-2 open provider | 2-20 open provider/N2"},
      {"assigned to nothing is unassigned", "1 opened; 2 assigned team=N2; 3 assigned",
       "1-2 open provider | 2-3 open provider/N2 | 3-20 open provider"},
      {"the ball returns to who had it",
       "1 opened; 2 assigned team=N2; 3 awaiting party=customer value=info; 5 resumed; 7 resolved; "
       "9 closed",
       "1-2 open provider | 2-3 open provider/N2 | 3-5 awaiting customer (info) | 5-7 open "
       "provider/N2 | 7-9 resolved nobody | 9-20 closed nobody"},
      {"assigned while another is awaited: known at the return",
       "1 opened; 3 awaiting party=customer; 4 assigned team=N3; 5 resumed",
       "1-3 open provider | 3-5 awaiting customer | 5-20 open provider/N3"},
      {"awaiting the one who works keeps its team",
       "1 opened; 2 assigned team=N2; 3 awaiting party=provider value=parts; 5 resumed",
       "1-2 open provider | 2-3 open provider/N2 | 3-5 awaiting provider/N2 (parts) | 5-20 open "
       "provider/N2"},
      {"a deferral ends at its date", "1 opened; 3 awaiting party=nobody until=6",
       "1-3 open provider | 3-6 deferred nobody | 6-20 open provider"},
      {"or when work resumes", "1 opened; 3 awaiting party=nobody until=6; 5 resumed",
       "1-3 open provider | 3-5 deferred nobody | 5-20 open provider"},
      {"a deferral beyond as_of", "1 opened; 3 awaiting party=nobody until=60",
       "1-3 open provider | 3-20 deferred nobody"},
      {"reopened gives the ball back", "1 opened; 2 assigned team=N1; 5 resolved; 7 reopened",
       "1-2 open provider | 2-5 open provider/N1 | 5-7 resolved nobody | 7-20 open provider/N1"},
      {"reopened after closure", "1 opened; 5 resolved; 6 closed; 7 reopened",
       "1-5 open provider | 5-6 resolved nobody | 6-7 closed nobody | 7-20 open provider"},
      {"cancelled", "1 opened; 5 cancelled; 6 closed", "1-5 open provider | 5-20 cancelled nobody"},
      {"merged", "1 opened; 5 merged other=U", "1-5 open provider | 5-20 merged nobody"},
      {"what lasts no time is not told",
       "1 opened; 3 awaiting party=customer; 5 resumed; 5 awaiting party=customer; 7 resumed; 7 "
       "resolved",
       "1-3 open provider | 3-7 awaiting customer | 7-20 resolved nobody"},
  });
}

TEST(Timeline, a_wait_knows_its_request_and_its_answer) {
  check({
      {"asked during the wait; a reminder moves nothing",
       "1 opened; 3 awaiting party=customer; 4 requested; 6 requested party=customer; 8 resumed",
       "1-3 open provider | 3-8 awaiting customer asked 4 | 8-20 open provider"},
      {"asked before the wait", "1 opened; 2 requested party=customer; 3 awaiting party=customer",
       "1-3 open provider | 3-20 awaiting customer asked 2"},
      {"the latest unanswered request",
       "1 opened; 2 requested party=customer; 3 answered party=customer; 4 requested "
       "party=customer; 5 requested party=ALPHA; 6 awaiting party=customer",
       "1-6 open provider | 6-20 awaiting customer asked 4"},
      {"a request to another party is not of this wait",
       "1 opened; 2 requested party=ALPHA; 3 awaiting party=customer",
       "1-3 open provider | 3-20 awaiting customer"},
      {"the answer ends the wait, work resumes later without surprise",
       "1 opened; 3 awaiting party=customer; 5 answered party=customer; 8 resumed",
       "1-3 open provider | 3-5 awaiting customer answered 5 | 5-20 open provider"},
      {"another party's answer does not",
       "1 opened; 3 awaiting party=customer; 5 answered party=ALPHA; 8 resumed",
       "1-3 open provider | 3-8 awaiting customer | 8-20 open provider"},
      {"another reason, the same request",
       "1 opened; 3 awaiting party=customer value=a; 4 requested; 6 awaiting party=customer "
       "value=b",
       "1-3 open provider | 3-6 awaiting customer (a) asked 4 | 6-20 awaiting customer (b) asked "
       "4"},
  });
}

TEST(Timeline, what_makes_no_sense_gives_a_reading_and_a_finding) {
  check({
      {"never opened", "3 assigned team=N1; 5 resolved",
       "3-5 open provider/N1 | 5-20 resolved nobody", "never_opened"},
      {"before the opening counts from it",
       "1 assigned team=N1; 2 awaiting party=customer; 4 opened; 6 resumed",
       "4-6 awaiting customer | 6-20 open provider/N1",
       "event_before_opening event_before_opening"},
      {"a wait over before the opening is cut at it",
       "1 awaiting party=customer; 2 resumed; 4 opened", "4-20 open provider",
       "event_before_opening event_before_opening"},
      {"recorded before the opening, at its instant", "4 assigned team=N1; 4 opened",
       "4-20 open provider/N1"},
      {"reopened and resolved in one instant, then resolved again",
       "1 opened; 3 resolved; 6 reopened; 6 resolved; 9 resolved",
       "1-3 open provider | 3-6 resolved nobody | 6-9 open provider | 9-20 resolved nobody",
       "resolved_twice"},
      {"resolved before it was opened", "2 resolved; 4 opened", "4-20 resolved nobody",
       "resolved_before_opened"},
      {"opened twice", "1 opened; 4 opened", "1-20 open provider", "opened_twice"},
      {"resumed without a wait", "1 opened; 4 resumed", "1-20 open provider",
       "resumed_without_wait"},
      {"reopened while open", "1 opened; 4 reopened", "1-20 open provider", "reopened_while_open"},
      {"resolved twice: the last counts",
       "1 opened; 2 assigned team=N1; 4 resolved; 5 assigned team=N2; 6 resolved",
       "1-2 open provider | 2-6 open provider/N1 | 6-20 resolved nobody", "resolved_twice"},
      {"resolved twice from a wait", "1 opened; 3 awaiting party=customer; 4 resolved; 6 resolved",
       "1-3 open provider | 3-4 awaiting customer | 4-6 open provider | 6-20 resolved nobody",
       "resolved_twice"},
      {"waits after the resolution", "1 opened; 4 resolved; 5 awaiting party=customer",
       "1-4 open provider | 4-20 resolved nobody", "wait_after_resolution"},
      {"after the end nothing counts but what is usual there",
       "1 opened; 4 resolved; 5 closed; 6 commented; 6 satisfaction_given; 7 assigned team=N1; 8 "
       "resolved",
       "1-4 open provider | 4-5 resolved nobody | 5-20 closed nobody",
       "event_after_end event_after_end"},
      {"closed without a resolution", "1 opened; 5 closed",
       "1-5 open provider | 5-20 closed nobody", "closed_unresolved"},
      {"closed after a reopening without a new resolution",
       "1 opened; 4 resolved; 5 reopened; 6 closed",
       "1-4 open provider | 4-5 resolved nobody | 5-6 open provider | 6-20 closed nobody",
       "closed_unresolved"},
      {"waiting for nobody named", "1 opened; 5 awaiting",
       "1-5 open provider | 5-20 awaiting provider", "wait_for_nobody"},
      {"a deferral to the past", "1 opened; 5 awaiting party=nobody until=3",
       "1-5 open provider | 5-20 awaiting provider", "wait_for_nobody"},
      {"recorded out of order", "1 opened; 7 resolved; 4 assigned team=N1",
       "1-4 open provider | 4-7 open provider/N1 | 7-20 resolved nobody", "reordered"},
      {"recorded late is no surprise", "1 opened; 7 resolved; 4 assigned team=N1 known=8",
       "1-4 open provider | 4-7 open provider/N1 | 7-20 resolved nobody"},
      {"after as_of", "1 opened; 30 resolved", "1-20 open provider", "in_the_future"},
      {"opened after as_of", "3 assigned team=N1; 30 opened", "", "in_the_future"},
      {"nothing at all", "", ""},
  });
}

TEST(Timeline, marks_changes_and_dates_are_kept_in_order) {
  Names names;
  const History history = told::history_of(
      "1 opened value=mail; 1 classified attribute=priority value=P3; 2 acknowledged; 3 classified "
      "attribute=priority value=P2; 4 dated value=last_day until=90; 5 classified attribute=site "
      "value=Metz effect=origin; 6 declared_major; 7 related other=M relation=child_of; 8 "
      "resolved; "
      "9 reopened; 10 resolved; 11 closed",
      names);
  Timeline timeline;
  read_timeline({.history = history, .as_of = hour(20)}, timeline);
  EXPECT_EQ(told::marks_text(timeline),
            "acknowledged@2 declared_major@6 resolved@8 reopened@9 resolved@10 closed@11");
  std::string changes;
  for (const Change& change : timeline.changes) {
    changes += change.declares_major ? "major"
                                     : std::string{key_of(change.attribute)} + "=" +
                                           std::string{names.text(change.value)};
    changes += " " + std::string{key_of(change.effect)} + "; ";
  }
  EXPECT_EQ(changes,
            "channel=mail origin; priority=P3 origin; priority=P2 now; site=Metz origin; "
            "major now; ");
  ASSERT_EQ(timeline.dates.size(), 1U);
  EXPECT_EQ(timeline.dates[0].date, hour(90));
  EXPECT_EQ(timeline.major_at, hour(6));
  EXPECT_EQ(timeline.closed_at, hour(11));
  EXPECT_EQ(names.text(timeline.parent), "M");
}

TEST(Timeline, is_reused_without_a_trace_of_the_last_ticket) {
  Names names;
  const History full = told::history_of(
      "1 opened; 2 requested party=customer; 3 merged other=U; 9 closed; 9 resumed", names);
  const History bare = told::history_of("2 opened; 4 awaiting party=customer", names);
  Timeline reused;
  Timeline fresh;
  read_timeline({.history = full, .as_of = hour(20)}, reused);
  read_timeline({.history = bare, .as_of = hour(20)}, reused);
  read_timeline({.history = bare, .as_of = hour(20)}, fresh);
  EXPECT_EQ(told::spans_text(reused, names), told::spans_text(fresh, names));
  EXPECT_EQ(told::findings_text(reused), "");
  EXPECT_FALSE(reused.merged_at || reused.closed_at || reused.merged_into);
  EXPECT_TRUE(reused.marks.empty());
}

}  // namespace
}  // namespace vigie
