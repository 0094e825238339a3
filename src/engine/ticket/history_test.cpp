#include "engine/ticket/history.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/ticket/histories.h"
#include "engine/ticket/told_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using told::hour;

/// "1:opened 3:resolved" and, after " !", how many corrections corrected nothing.
std::string held(const std::string& text, int as_of = 90, int known_at = 90) {
  Names names;
  const History history = told::history_of(text, names);
  std::vector<Event> effective;
  std::vector<FindingCode> findings;
  effective_events({.history = history, .as_of = hour(as_of), .known_at = hour(known_at)},
                   effective, findings);
  std::string found;
  for (const Event& event : effective) {
    if (!found.empty()) found += ' ';
    found += std::to_string(told::hours_of(event.at));
    found += ':';
    found += key_of(event.word);
  }
  const auto odd = std::count(findings.begin(), findings.end(), FindingCode::correction_of_nothing);
  return odd == 0 ? found : found + " !" + std::to_string(odd);
}

TEST(History, the_last_word_on_an_event_holds) {
  const std::vector<std::pair<const char*, const char*>> table = {
      {"1 opened; 3 resolved", "1:opened 3:resolved"},
      {"1 opened; 3 resolved; 4 resolved supersedes=2", "1:opened 4:resolved"},
      {"1 opened; 3 resolved; 4 retracted supersedes=2", "1:opened"},
      {"1 opened; 3 resolved; 4 resolved supersedes=2; 5 resolved supersedes=3",
       "1:opened 5:resolved"},
      {"1 opened; 3 resolved; 4 resolved supersedes=2; 5 resolved supersedes=2",
       "1:opened 5:resolved"},
      {"1 opened; 3 resolved; 4 resolved supersedes=2; 6 retracted supersedes=3",
       "1:opened 3:resolved"},
      {"1 opened; 3 resolved; 4 resolved supersedes=2; 6 retracted supersedes=2", "1:opened"},
      {"1 opened; 3 resolved; 4 retracted supersedes=2; 6 retracted supersedes=3",
       "1:opened 3:resolved"},
      {"1 opened; 3 resolved; 4 retracted supersedes=2; 6 restored supersedes=2",
       "1:opened 6:restored"},
      {"1 opened; 3 resolved; 4 resolved supersedes=2; 5 restored supersedes=2; 6 closed "
       "supersedes=3",
       "1:opened 6:closed"},
      {"1 opened; 3 resolved supersedes=9", "1:opened 3:resolved !1"},
      {"1 opened; 3 resolved supersedes=2", "1:opened 3:resolved !1"},
      {"1 opened; 3 retracted", "1:opened !1"},
  };
  for (const auto& [history, expected] : table) EXPECT_EQ(held(history), expected) << history;
}

TEST(History, what_was_known_on_a_day_has_an_answer) {
  const std::string text = "1 opened; 3 resolved; 5 resolved supersedes=2 known=8";
  EXPECT_EQ(held(text, 90, 7), "1:opened 3:resolved");
  EXPECT_EQ(held(text, 90, 8), "1:opened 5:resolved");
  EXPECT_EQ(held(text, 4, 8), "1:opened");
  EXPECT_EQ(held("1 opened known=9; 3 resolved supersedes=1", 90, 5), "3:resolved !1");
}

TEST(History, equal_instants_keep_the_order_of_recording) {
  EXPECT_EQ(held("3 opened; 3 resolved; 3 reopened; 1 commented"),
            "1:commented 3:opened 3:resolved 3:reopened");
  EXPECT_EQ(held("3 opened; 3 resolved; 3 reopened; 3 restored supersedes=2"),
            "3:opened 3:restored 3:reopened");
}

TEST(Histories, give_each_event_its_sequence_and_know_the_last_instant) {
  Names names;
  Histories histories;
  const auto one = names.intern<Ticket>("one");
  const auto two = names.intern<Ticket>("two");
  for (const auto& [ticket, at] : {std::pair{one, 5}, {two, 9}, {one, 7}}) {
    Event event;
    event.at = event.recorded_at = hour(at);
    event.other = names.intern<Ticket>("three");
    histories.append(ticket, event);
  }
  ASSERT_EQ(histories.tickets().size(), 2U);
  EXPECT_EQ(histories.find(one)->events.size(), 2U);
  EXPECT_EQ(histories.find(one)->events[1].sequence, 2U);
  EXPECT_FALSE(histories.find(names.intern<Ticket>("three")));
  EXPECT_EQ(histories.last_event(), hour(9));
  EXPECT_EQ(histories.event_count(), 3U);
  Findings findings;
  find_links_to_nothing(histories, names, findings);
  EXPECT_EQ(findings.of(FindingCode::related_to_nothing).count, 3U);
}

}  // namespace
}  // namespace vigie
