#include "notation/ndjson_events.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "notation/event_fields.h"
#include "notation/ndjson_facts_for_test.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

TEST(EventLines, are_written_back_as_they_were) {
  std::ifstream file{"docs/examples/events/canonical.ndjson"};
  const std::string lines{std::istreambuf_iterator<char>{file}, {}};
  FactsForTest facts;
  read_lines(lines, facts);
  EXPECT_EQ(facts.findings.total(), 0U);
  EXPECT_EQ(facts.histories.tickets().size(), 2U);
  EXPECT_EQ(facts.histories.event_count(), 18U);
  EXPECT_EQ(written_events(facts), lines);
}

TEST(EventLines, what_people_write_is_read_too) {
  FactsForTest facts;
  read_lines(
      "{\"event\": \"opened\", \"at\": \"2026-03-02T16:30:00+01:00\", \"ticket\": 7, \"priority\": "
      "2}\r\n"
      "\n"
      "{\"event\": \"classified\", \"at\": \"2026-03-02 17:30+0100\", \"ticket\": \"7\", "
      "\"kind\": \"incident\", \"site\": \"Metz\"}",
      facts);
  EXPECT_EQ(facts.findings.total(), 0U);
  EXPECT_EQ(written_events(facts),
            R"({"ticket":"7","at":"2026-03-02T15:30:00Z","event":"opened","priority":"2"}
{"ticket":"7","at":"2026-03-02T16:30:00Z","event":"classified","kind":"incident"}
{"ticket":"7","at":"2026-03-02T16:30:00Z","event":"classified","site":"Metz"}
)");
}

TEST(EventLines, each_wrong_line_is_a_finding_that_names_it) {
  const std::string opened = R"({"ticket":"T","at":"2026-03-02T15:30:00Z","event":"opened")";
  const std::vector<std::pair<std::string, FindingCode>> table = {
      {"not json", FindingCode::line_unreadable},
      {"[1, 2]", FindingCode::line_unreadable},
      {opened, FindingCode::line_unreadable},
      {R"({"at":"2026-03-02T15:30:00Z","event":"opened"})", FindingCode::no_ticket_key},
      {R"({"ticket":"","at":"2026-03-02T15:30:00Z","event":"opened"})", FindingCode::no_ticket_key},
      {R"({"ticket":"T","at":"2026-03-02T15:30:00Z"})", FindingCode::unknown_event},
      {R"({"ticket":"T","at":"2026-03-02T15:30:00Z","event":"solved"})",
       FindingCode::unknown_event},
      {R"({"ticket":"T","event":"opened"})", FindingCode::stamp_unreadable},
      {R"({"ticket":"T","at":"2026-03-02T15:30:00","event":"opened"})",
       FindingCode::stamp_unreadable},
      {R"({"ticket":"T","at":"1926-03-02T15:30:00Z","event":"opened"})",
       FindingCode::stamp_out_of_range},
      {opened + R"(,"colour":"red"})", FindingCode::unknown_field},
      {opened + R"(,"until":"2026-03-02T15:30:00Z"})", FindingCode::unknown_field},
      {opened + R"(,"priority":{"id":2}})", FindingCode::field_unreadable},
      {opened + R"(,"effect":"sometimes"})", FindingCode::field_unreadable},
      {opened + R"(,"consent":"yes"})", FindingCode::field_unreadable},
      {opened + R"(,"supersedes":-1})", FindingCode::field_unreadable},
      {opened + R"(,"recorded_at":"yesterday"})", FindingCode::stamp_unreadable},
      {R"({"ticket":"T","at":"2026-03-02T15:30:00Z","event":"classified"})",
       FindingCode::field_unreadable},
  };
  for (const auto& [line, code] : table) {
    FactsForTest facts;
    read_lines(opened + "}\n" + line + "\n" + opened + "}\n", facts);
    EXPECT_EQ(facts.findings.total(), 1U) << line;
    EXPECT_EQ(facts.findings.of(code).count, 1U) << line << ": " << key_of(code);
    EXPECT_EQ(facts.findings.of(code).examples, std::vector<std::string>{"events.ndjson:2"})
        << line;
    EXPECT_GE(facts.histories.event_count(), 2U) << line;
  }
}

int pick(std::mt19937& dice, int below) {
  return std::uniform_int_distribution<int>{0, below - 1}(dice);
}

Event any_event(std::mt19937& dice, Names& names) {
  const auto text = [&] {
    return std::string(1, static_cast<char>('a' + pick(dice, 5))) + "é\"\\";
  };
  Event event;
  event.at = event.recorded_at = first_instant + Duration{pick(dice, 3) * 1'500'000LL};
  if (pick(dice, 4) == 0) event.recorded_at += std::chrono::hours{1};
  event.word = static_cast<EventWord>(pick(dice, std::size(Vocabulary<EventWord>::words)));
  if (pick(dice, 2) == 0) event.word = EventWord::classified;
  if (event.word == EventWord::classified) {
    event.attribute = static_cast<Attribute>(1 + pick(dice, 14));
    if (pick(dice, 2) == 0) event.effect = Effect::origin;
  }
  const bool has_value = event.word == EventWord::classified || pick(dice, 2) == 0;
  if (has_value) event.value = names.intern<AttributeValue>(text());
  if (pick(dice, 3) == 0) event.party = names.intern<Party>(text());
  if (pick(dice, 3) == 0) event.team = names.intern<Team>(text());
  if (pick(dice, 3) == 0) event.other = names.intern<Ticket>(text());
  if (pick(dice, 3) == 0) event.date = event.at + std::chrono::hours{pick(dice, 3) + 1};
  if (pick(dice, 5) == 0) event.relation = static_cast<Relation>(1 + pick(dice, 4));
  if (pick(dice, 5) == 0) event.supersedes = static_cast<std::uint32_t>(1 + pick(dice, 9));
  event.consent = pick(dice, 5) == 0;
  return event;
}

TEST(EventLines, any_events_come_back_equal) {
  std::mt19937 dice{7};
  for (int i = 0; i < 2'000; ++i) {
    FactsForTest facts;
    for (int n = pick(dice, 12); n >= 0; --n) {
      Event event = any_event(dice, facts.names);
      if (n % 5 == 0) event.word = EventWord::opened;
      if (event.word == EventWord::opened) event.attribute = Attribute::none;
      facts.histories.append(facts.names.intern<Ticket>(pick(dice, 2) == 0 ? "A" : "B"), event);
    }
    const std::string lines = written_events(facts);
    Histories again;
    EventLineReader reader{"again", facts.names, again, facts.outages, facts.findings};
    std::istringstream text{lines};
    std::uint64_t number = 0;
    for (std::string line; std::getline(text, line);) reader.read(line, ++number);
    ASSERT_EQ(facts.findings.total(), 0U) << lines;
    ASSERT_EQ(again.tickets().size(), facts.histories.tickets().size());
    for (std::size_t t = 0; t < again.tickets().size(); ++t) {
      ASSERT_TRUE(again.tickets()[t].events == facts.histories.tickets()[t].events) << lines;
    }
  }
}

}  // namespace
}  // namespace vigie
