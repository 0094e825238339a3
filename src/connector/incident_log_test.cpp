// The public incident log of docs/examples/uci, imported whole: figures computed independently.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>

#include "connector/import.h"
#include "connector/zone_folder.h"
#include "engine/ticket/timeline.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

const char* const incident_log = "../shared/data/uci-incident-log/incident_event_log.csv.zst";

/// What targets around the clock need of tickets of one priority.
struct Sums {
  std::int64_t elapsed_seconds = 0;
  int measured = 0;
  int met = 0;               // nothing pauses
  int met_less_waiting = 0;  // every wait pauses
};

Sums sums_of(const Import& import, Value priority, std::chrono::seconds target) {
  Sums sums;
  Timeline timeline;
  for (const History& history : import.histories.tickets()) {
    read_timeline({.history = history, .as_of = *import.histories.last_event()}, timeline);
    const auto resolved =
        std::find_if(timeline.marks.rbegin(), timeline.marks.rend(),
                     [](const Mark& mark) { return mark.word == EventWord::resolved; });
    const bool is_asked = timeline.changes.front().value == priority;
    if (!is_asked || resolved == timeline.marks.rend()) continue;
    Duration waited{};
    for (const Span& span : timeline.spans) {
      if (span.phase == Phase::awaiting) waited += span.to - span.from;
    }
    const Duration elapsed = resolved->at - timeline.opened_at;
    sums.elapsed_seconds += std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    ++sums.measured;
    sums.met += elapsed <= target ? 1 : 0;
    sums.met_less_waiting += elapsed - waited <= target ? 1 : 0;
  }
  return sums;
}

TEST(IncidentLog, gives_the_figures_that_others_computed) {
  if (!std::filesystem::exists(incident_log)) {
    GTEST_SKIP() << "the incident log is not beside the project: " << incident_log;
  }
  const ProfileRead read = profile_in("docs/examples/uci/servicenow.yaml");
  ASSERT_TRUE(read.profile);
  Names names;
  ZoneFolder zones;
  std::istringstream none;
  const Import import = import_events(
      {.path = incident_log, .profile = &*read.profile, .standard_input = none, .zones = zones},
      names);
  ASSERT_TRUE(import.faults.empty());
  EXPECT_EQ(import.rows, 141'712U);
  EXPECT_EQ(import.histories.tickets().size(), 24'918U);
  EXPECT_EQ(import.histories.event_count(), 153'217U) << "as few events as tell the story";
  EXPECT_EQ(import.findings.of(FindingCode::stamp_in_gap).count, 29U);
  EXPECT_EQ(import.findings.of(FindingCode::reordered).count, 1U);
  EXPECT_EQ(import.findings.total(), 30U);
  EXPECT_EQ(import.histories.last_event(), Instant{std::chrono::seconds{1'487'426'400}})
      << "18 February 2017 15:00 in Paris";

  Findings findings;
  Timeline timeline;
  for (const History& history : import.histories.tickets()) {
    read_timeline({.history = history, .as_of = *import.histories.last_event()}, timeline);
    for (const FindingCode code : timeline.findings) findings.add(code, names.text(history.ticket));
  }
  EXPECT_EQ(findings.of(FindingCode::closed_unresolved).count, 1'556U);
  EXPECT_EQ(findings.of(FindingCode::event_before_opening).count, 5U);
  EXPECT_EQ(findings.total(), 1'561U);

  const auto sums = [&](const char* priority, int hours) {
    return sums_of(import, names.find<AttributeValue>(priority), std::chrono::hours{hours});
  };
  const Sums p1 = sums("P1", 4);
  EXPECT_EQ(p1.elapsed_seconds, 258'540'060);
  EXPECT_EQ(std::tuple(p1.measured, p1.met, p1.met_less_waiting), std::tuple(270, 39, 59));
  const Sums p2 = sums("P2", 8);
  EXPECT_EQ(p2.elapsed_seconds, 223'823'880);
  EXPECT_EQ(std::tuple(p2.measured, p2.met, p2.met_less_waiting), std::tuple(408, 119, 138));
  EXPECT_EQ(sums("P3", 24).elapsed_seconds, 13'810'148'940);
  EXPECT_EQ(sums("P4", 40).elapsed_seconds, 686'887'320);
}

}  // namespace
}  // namespace vigie
