// Laws that hold for any history, however broken: a hundred thousand random ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "engine/ticket/histories.h"
#include "engine/ticket/timeline.h"
#include "engine/ticket/told_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using told::hour;

constexpr int broken_histories = 100'000;

int any_below(std::mt19937& dice, int below) {
  return std::uniform_int_distribution<int>{0, below - 1}(dice);
}

Event random_event(std::mt19937& dice, int count) {
  Event event;
  event.at = hour(any_below(dice, 30));
  event.recorded_at = any_below(dice, 3) == 0 ? hour(any_below(dice, 30)) : event.at;
  event.word = static_cast<EventWord>(any_below(dice, std::size(Vocabulary<EventWord>::words)));
  if (any_below(dice, 4) == 0) event.word = EventWord::awaiting;
  event.attribute = static_cast<Attribute>(any_below(dice, 4));
  event.relation = static_cast<Relation>(any_below(dice, 5));
  event.party = {static_cast<std::uint32_t>(any_below(dice, 7))};
  event.team = {static_cast<std::uint32_t>(any_below(dice, 3))};
  event.person = {static_cast<std::uint32_t>(any_below(dice, 2))};
  event.value = {static_cast<std::uint32_t>(any_below(dice, 4))};
  event.other = {static_cast<std::uint32_t>(any_below(dice, 2))};
  if (any_below(dice, 3) == 0) event.date = hour(any_below(dice, 40));
  if (any_below(dice, 5) == 0)
    event.supersedes = static_cast<std::uint32_t>(any_below(dice, count + 3));
  return event;
}

Histories random_histories(std::mt19937& dice) {
  Histories histories;
  const int count = any_below(dice, 14);
  for (int i = 0; i < count; ++i) {
    Event event = random_event(dice, count);
    if (i == 0 && any_below(dice, 3) != 0) event.word = EventWord::opened;
    histories.append({1}, event);
  }
  return histories;
}

bool is_same(const Span& a, const Span& b) {
  return a.from == b.from && a.to == b.to && a.phase == b.phase && a.holder == b.holder &&
         a.reason == b.reason && a.requested_at == b.requested_at &&
         a.answered_at == b.answered_at && a.event == b.event;
}

bool is_same(const Timeline& a, const Timeline& b) {
  return std::equal(a.spans.begin(), a.spans.end(), b.spans.begin(), b.spans.end(),
                    [](const Span& x, const Span& y) { return is_same(x, y); }) &&
         a.findings == b.findings && a.opened_at == b.opened_at && a.closed_at == b.closed_at &&
         told::marks_text(a) == told::marks_text(b) && a.changes.size() == b.changes.size();
}

void check_spans(const Timeline& timeline) {
  if (!timeline.is_opened || timeline.opened_at == timeline.as_of) {
    ASSERT_TRUE(timeline.spans.empty());
    return;
  }
  ASSERT_FALSE(timeline.spans.empty());
  ASSERT_EQ(timeline.spans.front().from, timeline.opened_at);
  ASSERT_EQ(timeline.spans.back().to, timeline.as_of);
  Instant reached = timeline.opened_at;
  for (const Span& span : timeline.spans) {
    ASSERT_EQ(span.from, reached);
    ASSERT_LT(span.from, span.to);
    ASSERT_TRUE(span.holder.party) << "somebody, or nobody by name";
    const bool is_nobody = span.holder.party == party_of(Role::nobody);
    ASSERT_EQ(is_nobody, span.phase != Phase::open && span.phase != Phase::awaiting);
    ASSERT_EQ(span.answered_at.value_or(span.to), span.to);
    ASSERT_LE(span.requested_at.value_or(span.to), span.to);
    reached = span.to;
  }
}

void check_marks(const Timeline& timeline) {
  Instant reached = timeline.opened_at;
  for (const Mark& mark : timeline.marks) {
    ASSERT_LE(reached, mark.at);
    reached = mark.at;
  }
  ASSERT_LE(reached, timeline.as_of);
}

/// What the raw events show at a glance must have left a trace in the findings.
void check_findings(const Timeline& timeline) {
  const auto has = [&](FindingCode code) {
    return std::find(timeline.findings.begin(), timeline.findings.end(), code) !=
           timeline.findings.end();
  };
  std::size_t opened = 0;
  std::size_t before = 0;
  for (const Event& event : timeline.effective) {
    opened += event.word == EventWord::opened ? 1U : 0U;
    before += event.at < timeline.opened_at ? 1U : 0U;
  }
  if (!timeline.is_opened) return;
  ASSERT_EQ(opened == 0, has(FindingCode::never_opened));
  if (before != 0) {
    ASSERT_TRUE(has(FindingCode::event_before_opening) || has(FindingCode::resolved_before_opened));
  }
  if (opened > 1) {
    ASSERT_TRUE(has(FindingCode::opened_twice) || has(FindingCode::event_after_end));
  }
}

TEST(TimelineLaw, any_history_has_a_timeline_without_hole) {
  std::mt19937 dice{20160318};
  Timeline timeline;
  for (int i = 0; i < broken_histories; ++i) {
    const Histories histories = random_histories(dice);
    if (histories.tickets().empty()) continue;
    read_timeline({.history = histories.tickets()[0],
                   .as_of = hour(any_below(dice, 32)),
                   .known_at = hour(20 + any_below(dice, 12))},
                  timeline);
    check_spans(timeline);
    check_marks(timeline);
    check_findings(timeline);
    if (HasFatalFailure()) FAIL() << "history " << i;
  }
}

TEST(TimelineLaw, fed_one_by_one_is_the_same_as_replayed_whole) {
  std::mt19937 dice{45};
  Timeline grown;
  Timeline whole;
  for (int i = 0; i < broken_histories / 10; ++i) {
    const Histories all = random_histories(dice);
    if (all.tickets().empty()) continue;
    History recorded_in_order = all.tickets()[0];
    Histories fed;
    for (std::size_t n = 0; n < recorded_in_order.events.size(); ++n) {
      Event& event = recorded_in_order.events[n];
      event.recorded_at = hour(100 + static_cast<int>(n));
      fed.append({1}, event);
    }
    for (std::size_t n = 0; n < recorded_in_order.events.size(); ++n) {
      History first_ones = fed.tickets()[0];
      first_ones.events.resize(n + 1);
      read_timeline({.history = first_ones, .as_of = hour(30)}, grown);
      read_timeline({.history = recorded_in_order,
                     .as_of = hour(30),
                     .known_at = hour(100 + static_cast<int>(n))},
                    whole);
      ASSERT_TRUE(is_same(grown, whole)) << "history " << i << ", first " << n + 1;
    }
  }
}

TEST(TimelineLaw, an_earlier_as_of_sees_the_beginning_of_the_same_story) {
  Names names;
  const History history = told::history_of(
      "1 opened; 2 assigned team=N1; 3 awaiting party=customer; 5 resumed; 6 resolved; 8 reopened; "
      "9 resolved; 11 closed",
      names);
  Timeline whole;
  Timeline cut;
  read_timeline({.history = history, .as_of = hour(20)}, whole);
  for (int as_of = 1; as_of < 20; ++as_of) {
    read_timeline({.history = history, .as_of = hour(as_of)}, cut);
    for (std::size_t i = 0; i < cut.spans.size(); ++i) {
      Span expected = whole.spans[i];
      expected.to = std::min(expected.to, hour(as_of));
      EXPECT_TRUE(is_same(cut.spans[i], expected)) << as_of;
    }
  }
}

}  // namespace
}  // namespace vigie
