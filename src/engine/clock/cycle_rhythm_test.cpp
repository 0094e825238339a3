#include <gtest/gtest.h>

#include <algorithm>

#include "engine/clock/judge.h"
#include "engine/clock/random_for_test.h"
#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using random_for_test::Dice;
using random_for_test::pick;
using std::chrono::minutes;

const Instant opened{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};

/// A major incident in minutes after its opening, no two of them the same.
struct MajorIncident {
  std::optional<minutes> declared;
  std::optional<minutes> restored;
  std::optional<minutes> resolved;
  std::vector<minutes> updates;
  minutes as_of{};
};

/// One wait between two public messages.
struct Wait {
  minutes from{};
  minutes length{};
  Verdict verdict = Verdict::pending;
  friend bool operator==(const Wait&, const Wait&) = default;
};

struct Rhythm {
  minutes within{};
  UpdatesUntil until = UpdatesUntil::resolution;
};

MajorIncident random_incident(Dice& dice) {
  std::vector<minutes> instants(120);
  for (std::size_t i = 0; i < instants.size(); ++i) instants[i] = minutes{i + 1};
  const auto draw = [&] {
    const auto drawn = instants.begin() + pick(dice, static_cast<int>(instants.size()));
    const minutes at = *drawn;
    instants.erase(drawn);
    return at;
  };
  MajorIncident incident;
  if (pick(dice, 8) > 0) incident.declared = draw() / 3;
  if (incident.declared) std::erase(instants, *incident.declared);
  if (pick(dice, 2) == 0) incident.restored = draw();
  if (pick(dice, 3) > 0) incident.resolved = draw();
  for (int n = pick(dice, 8); n > 0; --n) incident.updates.push_back(draw());
  std::sort(incident.updates.begin(), incident.updates.end());
  incident.as_of = draw();
  return incident;
}

/// All the messages between the declaration and the end, and the gaps between them.
std::vector<Wait> oracle(const MajorIncident& incident, const Rhythm& rhythm) {
  std::optional<minutes> end = incident.resolved;
  if (rhythm.until == UpdatesUntil::restoration && incident.restored) {
    end = end ? std::min(*end, *incident.restored) : incident.restored;
  }
  if (end && *end > incident.as_of) end.reset();
  const minutes until = end.value_or(incident.as_of);
  if (!incident.declared || *incident.declared > incident.as_of) return {};
  if (end && *end < *incident.declared) return {};
  std::vector<minutes> messages{*incident.declared};
  for (const minutes at : incident.updates) {
    if (at > *incident.declared && at < until) messages.push_back(at);
  }
  const bool told_at_reading = !end && std::ranges::count(incident.updates, incident.as_of) > 0;
  if (told_at_reading) messages.push_back(incident.as_of);
  std::vector<Wait> waits;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const bool is_last = i + 1 == messages.size();
    const minutes length = (is_last ? until : messages[i + 1]) - messages[i];
    const Verdict in_time = is_last && !end ? Verdict::pending : Verdict::met;
    waits.push_back({messages[i], length, length > rhythm.within ? Verdict::breached : in_time});
  }
  return waits;
}

History history_of(const MajorIncident& incident, Names& names) {
  History history{names.intern<Ticket>("INC-1"), {}};
  const auto tell = [&](EventWord word, minutes at) {
    history.events.push_back({.at = opened + at,
                              .recorded_at = opened + at,
                              .word = word,
                              .sequence = static_cast<std::uint32_t>(history.events.size() + 1)});
  };
  tell(EventWord::opened, minutes{0});
  if (incident.declared) tell(EventWord::declared_major, *incident.declared);
  if (incident.restored) tell(EventWord::restored, *incident.restored);
  if (incident.resolved) tell(EventWord::resolved, *incident.resolved);
  for (const minutes at : incident.updates) tell(EventWord::updated, at);
  return history;
}

Agreement agreement_of(const Rhythm& rhythm) {
  Commitment update{.id = "update",
                    .metric = Metric::next_update,
                    .calendar = "always",
                    .within = ServiceDuration{.budget = rhythm.within},
                    .from = StartsAt::declaration,
                    .until = rhythm.until};
  update.applies_to.major = true;
  update.reopening.counts = Cycles::each;
  Agreement agreement{
      .id = "acme",
      .between = {.provider = "NOVA", .customer = "ACME"},
      .in_force = {.from = std::chrono::local_days{std::chrono::year{2026} / 1 / 1}, .to = {}},
      .zone = "Europe/Paris"};
  agreement.commitments.push_back(update);
  return agreement;
}

std::vector<Wait> judged(const MajorIncident& incident, const Rhythm& rhythm, ZoneSource& zones) {
  Names names;
  const auto made = Terms::from({agreement_of(rhythm)}, zones, names);
  EXPECT_TRUE(made.faults.empty());
  JudgeStorage storage;
  Findings findings;
  const Relations relations;
  std::vector<Judgement> judgements;
  judge_ticket({.terms = made.terms,
                .history = history_of(incident, names),
                .relations = relations,
                .as_of = opened + incident.as_of},
               names, storage, judgements, findings);
  std::vector<Wait> waits;
  for (const Judgement& judgement : judgements) {
    EXPECT_TRUE(judgement.is_counted);
    waits.push_back({std::chrono::duration_cast<minutes>(judgement.reading.started_at - opened),
                     std::chrono::duration_cast<minutes>(judgement.reading.elapsed),
                     judgement.verdict});
  }
  return waits;
}

TEST(CycleRhythm, the_waits_between_public_messages_are_the_gaps_that_the_oracle_measures) {
  ZonesForTest zones;
  std::size_t missed = 0;
  std::size_t pending = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    Dice dice{seed};
    const MajorIncident incident = random_incident(dice);
    const Rhythm rhythm{minutes{5 + pick(dice, 30)},
                        pick(dice, 2) == 0 ? UpdatesUntil::restoration : UpdatesUntil::resolution};
    const auto expected = oracle(incident, rhythm);
    ASSERT_EQ(judged(incident, rhythm, zones), expected) << "seed " << seed;
    for (const Wait& wait : expected) {
      missed += wait.verdict == Verdict::breached ? 1U : 0U;
      pending += wait.verdict == Verdict::pending ? 1U : 0U;
    }
  }
  EXPECT_GT(missed, 500U);
  EXPECT_GT(pending, 100U);
}

}  // namespace
}  // namespace vigie
