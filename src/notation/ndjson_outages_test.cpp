#include "notation/ndjson_outages.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "notation/ndjson_events.h"
#include "notation/ndjson_facts_for_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

TEST(OutageLines, are_written_back_as_they_were) {
  std::ifstream file{"docs/examples/events/outages.ndjson"};
  const std::string lines{std::istreambuf_iterator<char>{file}, {}};
  FactsForTest facts;
  read_lines(lines, facts);
  EXPECT_EQ(facts.findings.total(), 0U);
  EXPECT_EQ(written_outages(facts), lines);
  EXPECT_TRUE(facts.histories.tickets().empty());
  EXPECT_EQ(facts.outages.event_count(), 2U);
  EXPECT_EQ(*facts.outages.last_event(), facts.outages.observed().front().interval.to);
}

TEST(OutageLines, stand_between_those_of_tickets) {
  FactsForTest facts;
  read_lines(
      R"({"ticket":"INC-1","at":"2026-03-02T15:30:00Z","event":"opened"}
{"outage":"OUT-1","at":"2026-03-02T15:30:00Z","event":"detected","of":"Network"}
{"ticket":"INC-1","at":"2026-03-02T16:30:00Z","event":"resolved"}
)",
      facts);
  EXPECT_EQ(facts.findings.total(), 0U);
  EXPECT_EQ(facts.histories.event_count(), 2U);
  EXPECT_EQ(facts.outages.event_count(), 1U);
}

struct Broken {
  const char* line;
  FindingCode code;
  bool is_kept;  // what could be read of it
};

TEST(OutageLines, what_cannot_be_read_is_a_finding_that_names_the_line) {
  const Broken table[] = {
      {R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"detected"})",
       FindingCode::outage_of_nothing, false},
      {R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"broken","of":"N"})",
       FindingCode::unknown_event, false},
      {R"({"outage":"O","at":"2026-03-02 15:30","event":"detected","of":"N"})",
       FindingCode::stamp_unreadable, false},
      {R"({"outage":"O","at":"1950-03-02T15:30:00Z","event":"detected","of":"N"})",
       FindingCode::stamp_out_of_range, false},
      {R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"detected","of":"N","severity":"x"})",
       FindingCode::field_unreadable, true},
      {R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"detected","of":"N","severity":"3/2"})",
       FindingCode::field_unreadable, true},
      {R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"detected","of":"N","users":-4})",
       FindingCode::field_unreadable, true},
      {R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"detected","of":"N","colour":"red"})",
       FindingCode::unknown_field, true},
      {R"({"outage":7,"at":"2026-03-02T15:30:00Z","event":"detected","of":"N"})",
       FindingCode::field_unreadable, false},
      {R"({"maintenance":"M","from":"2026-03-15T02:00:00Z","to":"2026-03-14T22:00:00Z"})",
       FindingCode::interval_reversed, false},
      {R"({"observed":"N","from":"2026-03-15T02:00:00Z","to":"2026-03-15T02:00:00Z"})",
       FindingCode::interval_reversed, false},
      {R"({"observed":"N","from":"2026-03-15T02:00:00Z","to":"2026-03-15T03:00:00Z","by":"me"})",
       FindingCode::unknown_field, true},
      {R"({"maintenance":"M","of":1,"from":"2026-03-14T02:00:00Z","to":"2026-03-14T22:00:00Z"})",
       FindingCode::field_unreadable, true}};
  for (const Broken& broken : table) {
    FactsForTest facts;
    read_lines(broken.line, facts);
    EXPECT_EQ(facts.findings.of(broken.code).count, 1U) << broken.line;
    EXPECT_EQ(facts.findings.total(), 1U) << broken.line;
    EXPECT_EQ(facts.findings.of(broken.code).examples.front(), "events.ndjson:1");
    EXPECT_EQ(!facts.outages.is_empty(), broken.is_kept) << broken.line;
  }
}

TEST(OutageLines, an_outage_keeps_the_service_that_its_first_line_said) {
  FactsForTest facts;
  read_lines(R"({"outage":"O","at":"2026-03-02T15:30:00Z","event":"detected","of":"Network"}
{"outage":"O","at":"2026-03-02T16:30:00Z","event":"restored","of":"Mail"})",
             facts);
  EXPECT_EQ(facts.findings.of(FindingCode::outage_of_nothing).count, 1U);
  EXPECT_EQ(facts.names.text(facts.outages.outages().front().of), "Network");
}

Instant random_instant(std::mt19937_64& dice) {
  const std::int64_t fraction = dice() % 3 == 0 ? static_cast<std::int64_t>(dice() % 1'000'000) : 0;
  return Instant{std::chrono::seconds{static_cast<std::int64_t>(dice() % 4'000'000'000)} +
                 Duration{fraction}};
}

void append_random(std::mt19937_64& dice, FactsForTest& facts) {
  const auto flip = [&] { return dice() % 2 == 0; };
  const auto service = facts.names.intern<AttributeValue>(flip() ? "Réseau \"A\"" : "Mail");
  const auto reference =
      facts.names.intern<OutageReference>("OUT-" + std::to_string(1 + dice() % 5));
  if (dice() % 4 == 0) {
    const Instant from = random_instant(dice);
    MaintenanceWindow window{.reference = reference,
                             .of = flip() ? service : Value{},
                             .interval = {from, from + std::chrono::hours{1 + dice() % 9}}};
    if (flip()) window.announced_at = random_instant(dice);
    window.recorded_at =
        flip() ? random_instant(dice) : window.announced_at.value_or(window.interval.from);
    window.withdrawn = flip();
    if (flip()) window.title = "Core, \\ switch";
    return facts.outages.append(std::move(window));
  }
  OutageEvent event{.at = random_instant(dice)};
  event.recorded_at = flip() ? event.at : random_instant(dice);
  event.word = static_cast<OutageWord>(dice() % std::size(Vocabulary<OutageWord>::words));
  if (flip()) event.severity = Ratio{static_cast<std::int64_t>(dice() % 5), 4};
  if (flip()) event.users = static_cast<std::int64_t>(dice() % 500);
  if (flip()) event.source = facts.names.intern<AttributeValue>("person");
  if (flip()) event.supersedes = static_cast<std::uint32_t>(dice() % 4);
  facts.outages.append(reference, service, event);
}

TEST(OutageLines, whatever_was_recorded_reads_back_to_the_same_bytes) {
  std::mt19937_64 dice{20260302};
  for (int round = 0; round < 300; ++round) {
    FactsForTest facts;
    for (auto n = dice() % 20; n > 0; --n) append_random(dice, facts);
    const auto lines = written_outages(facts);
    FactsForTest again;
    read_lines(lines, again);
    ASSERT_EQ(again.findings.total(), 0U) << lines;
    ASSERT_EQ(written_outages(again), lines);
  }
}

}  // namespace
}  // namespace vigie
