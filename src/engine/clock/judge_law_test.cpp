// Laws that every judgement obeys, whatever the promise and however broken the history.
#include <gtest/gtest.h>

#include <cstdlib>

#include "engine/clock/random_for_test.h"

namespace vigie {
namespace {

using namespace random_for_test;
using std::chrono::hours;
using std::chrono::minutes;

/// All the metrics and all the kinds of target in one agreement, with every value of the clauses.
Agreement agreement_of_everything(Dice& dice, Names& names) {
  Agreement agreement = random_agreement(dice, names);
  agreement.commitments.clear();
  for (int i = 0; i < 10; ++i) {
    Commitment commitment = random_commitment(dice, names);
    commitment.id = "target-" + std::to_string(i);
    commitment.metric = static_cast<Metric>(i);
    commitment.milestone = commitment.metric == Metric::milestone ? "info" : "";
    switch (pick(dice, 5)) {
      case 0:
        commitment.within = BusinessDays{
            .days = pick(dice, 4), .by = static_cast<DueBy>(pick(dice, 3)), .at = hours{16}};
        break;
      case 1:
        commitment.within = CalendarSpan{
            .days = pick(dice, 9), .months = pick(dice, 2), .legal_count = one_in(dice, 2)};
        break;
      case 2:
        commitment.within = CarriedDate{.date = "info", .pause_moves = one_in(dice, 2)};
        break;
      default:
        break;
    }
    commitment.reopening.reopening = static_cast<Reopening>(pick(dice, 4));
    commitment.reopening.counts = static_cast<Cycles>(pick(dice, 2));
    if (one_in(dice, 3)) commitment.reopening.window = hours{pick(dice, 100)};
    commitment.on_downgrade = static_cast<OnDowngrade>(pick(dice, 3));
    if (one_in(dice, 2)) commitment.from = static_cast<StartsAt>(pick(dice, 5));
    commitment.until = static_cast<UpdatesUntil>(pick(dice, 2));
    if (one_in(dice, 4)) commitment.applies_to.major = one_in(dice, 2);
    commitment.passages = static_cast<Passages>(pick(dice, 3));
    if (one_in(dice, 3)) commitment.applies_to.priorities = {names.intern<AttributeValue>("info")};
    agreement.commitments.push_back(commitment);
  }
  agreement.closed_means_resolved = one_in(dice, 2);
  agreement.major_from = static_cast<MajorFrom>(pick(dice, 2));
  agreement.takeover = static_cast<Takeover>(pick(dice, 2));
  return agreement;
}

Event broken_event(Dice& dice, Names& names, int count) {
  const Instant start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 25}};
  constexpr const char* texts[] = {"info", "evidence", "customer", "P1", ""};
  Event event{.at = start + minutes{pick(dice, 20000)}};
  event.recorded_at = event.at + minutes{pick(dice, 100)};
  if (one_in(dice, 40)) event.at = one_in(dice, 2) ? first_instant : last_instant;
  event.word =
      static_cast<EventWord>(pick(dice, static_cast<int>(std::size(Vocabulary<EventWord>::words))));
  event.attribute =
      static_cast<Attribute>(pick(dice, static_cast<int>(std::size(Vocabulary<Attribute>::words))));
  event.effect = static_cast<Effect>(pick(dice, 2));
  event.relation = static_cast<Relation>(pick(dice, 5));
  event.consent = one_in(dice, 3);
  event.party = names.intern<Party>(texts[pick(dice, 5)]);
  event.value = names.intern<AttributeValue>(texts[pick(dice, 5)]);
  event.other = names.intern<Ticket>("INC-2");
  if (one_in(dice, 2)) event.date = start + minutes{pick(dice, 20000)};
  if (one_in(dice, 6)) event.supersedes = static_cast<std::uint32_t>(pick(dice, count + 2));
  return event;
}

void check_held(const Reading& reading) {
  Duration wall{};
  Duration in_hours{};
  for (const HeldTime& held : reading.held) {
    wall += held.wall;
    in_hours += held.in_hours;
  }
  Duration whole{};
  Duration open{};
  Instant reached = reading.segments.empty() ? Instant{} : reading.segments.front().from;
  for (const Segment& segment : reading.segments) {
    ASSERT_EQ(segment.from, reached) << "segments have no hole";
    reached = segment.to;
    whole += segment.to - segment.from;
    open += segment.in_hours;
  }
  ASSERT_EQ(wall, whole) << "times held on the wall clock sum to the whole";
  ASSERT_EQ(in_hours, open) << "times held in hours sum to counted and not counted";
}

void check(const Judgement& judgement) {
  const Reading& reading = judgement.reading;
  if (judgement.gross == Verdict::met) {
    ASSERT_TRUE(judgement.ended_at && !reading.breached_at);
  }
  if (judgement.gross == Verdict::breached) {
    ASSERT_TRUE(reading.breached_at);
  }
  if (judgement.gross == Verdict::pending) {
    ASSERT_FALSE(judgement.ended_at);
  }
  ASSERT_EQ(judgement.gross == Verdict::not_measurable, judgement.why.has_value());
  ASSERT_GE(reading.elapsed, Duration{0});
  check_held(reading);
}

TEST(JudgeLaw, broken_histories_always_have_a_verdict) {
  ZonesForTest zones;
  const int promises = std::getenv("VIGIE_LONG") != nullptr ? 1000 : 100;
  std::uint64_t judged = 0;
  std::uint64_t findings_made = 0;
  for (int seed = 1; seed <= promises; ++seed) {
    Dice dice{static_cast<std::uint64_t>(seed)};
    Names names;
    const auto made = Terms::from({agreement_of_everything(dice, names)}, zones, names);
    ASSERT_TRUE(made.faults.empty());
    JudgeStorage storage;
    Findings findings;
    const Relations relations;
    for (int i = 0; i < 1000; ++i) {
      const int count = pick(dice, 12);
      History history{names.intern<Ticket>("INC-1"), {}};
      for (int k = 0; k < count; ++k) {
        history.events.push_back(broken_event(dice, names, count));
        history.events.back().sequence = static_cast<std::uint32_t>(k + 1);
      }
      const Instant as_of = Instant{std::chrono::sys_days{std::chrono::year{2026} / 4 / 1}} +
                            minutes{pick(dice, 20000)};
      std::vector<Judgement> judgements;
      judge_ticket({.terms = made.terms,
                    .history = history,
                    .relations = relations,
                    .as_of = as_of,
                    .with_segments = true},
                   names, storage, judgements, findings);
      judged += judgements.size();
      for (const Judgement& judgement : judgements) check(judgement);
      ASSERT_FALSE(HasFatalFailure()) << "seed " << seed << ", history " << i;
    }
    findings_made += findings.total();
  }
  EXPECT_GT(judged, 100'000U);
  EXPECT_GT(findings_made, 10'000U);
}

bool is_same(const Judgement& a, const Judgement& b) {
  return a.verdict == b.verdict && a.ended_at == b.ended_at && a.cycle == b.cycle &&
         a.commitment == b.commitment && a.reading.elapsed == b.reading.elapsed &&
         a.reading.due == b.reading.due && a.reading.breached_at == b.reading.breached_at &&
         a.reading.state == b.reading.state && a.reading.held.size() == b.reading.held.size();
}

TEST(JudgeLaw, fed_event_by_event_a_ticket_reads_as_when_replayed_whole) {
  ZonesForTest zones;
  for (int seed = 1; seed <= 400; ++seed) {
    Dice dice{static_cast<std::uint64_t>(seed)};
    Names names;
    const auto made = Terms::from({agreement_of_everything(dice, names)}, zones, names);
    const History whole = random_history(dice, names, 10);
    History fed{whole.ticket, {}};
    for (std::size_t i = 0; i < whole.events.size(); ++i) {
      fed.events.push_back(whole.events[i]);
      const bool last = i + 1 == whole.events.size();
      if (!last && whole.events[i + 1].at == whole.events[i].at) continue;
      JudgeStorage storage;
      Findings findings;
      const Relations relations;
      std::vector<Judgement> live;
      std::vector<Judgement> replayed;
      const Instant now = whole.events[i].at;
      judge_ticket({.terms = made.terms, .history = fed, .relations = relations, .as_of = now},
                   names, storage, live, findings);
      judge_ticket({.terms = made.terms, .history = whole, .relations = relations, .as_of = now},
                   names, storage, replayed, findings);
      ASSERT_TRUE(std::equal(live.begin(), live.end(), replayed.begin(), replayed.end(), is_same))
          << "seed " << seed << ", event " << i;
    }
  }
}

TEST(JudgeLaw, measuring_up_to_the_due_instant_gives_the_target) {
  ZonesForTest zones;
  int measured = 0;
  for (int seed = 1; seed <= 400; ++seed) {
    Dice dice{static_cast<std::uint64_t>(seed)};
    Names names;
    const auto made = Terms::from({random_agreement(dice, names)}, zones, names);
    const History history = random_history(dice, names, 1 + pick(dice, 5));
    JudgeStorage storage;
    Findings findings;
    const Relations relations;
    std::vector<Judgement> now;
    std::vector<Judgement> at_due;
    const JudgeRequest request{.terms = made.terms,
                               .history = history,
                               .relations = relations,
                               .as_of = history.events.back().at};
    judge_ticket(request, names, storage, now, findings);
    const Reading& reading = now.front().reading;
    if (reading.state != ClockState::on_track || !reading.due) continue;
    const JudgeRequest later{
        .terms = made.terms, .history = history, .relations = relations, .as_of = *reading.due};
    judge_ticket(later, names, storage, at_due, findings);
    EXPECT_EQ(at_due.front().reading.elapsed, reading.target) << "seed " << seed;
    ++measured;
  }
  EXPECT_GT(measured, 50);
}

}  // namespace
}  // namespace vigie
