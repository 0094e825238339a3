#include "demo/demo.h"

#include <gtest/gtest.h>

#include "demo/chance.h"
#include "engine/base/digest.h"
#include "engine/time/zones_for_test.h"
#include "notation/ndjson_events.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

std::string told(std::uint64_t tickets, std::uint64_t seed) {
  ZonesForTest zones;
  std::string lines;
  tell_demo({.tickets = tickets, .seed = seed, .zones = zones},
            [&](std::string_view piece) { lines += piece; });
  return lines;
}

/// What was told, as a command reads it.
struct ReadBack {
  explicit ReadBack(const std::string& lines) {
    EventLineReader reader{"demo", names, histories, outages, findings};
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      reader.read(std::string_view{lines}.substr(at, end - at), ++number);
      at = end + 1;
    }
  }
  Names names;
  Histories histories;
  Findings findings;
  OutageLog outages;
};

TEST(Demo, the_same_number_and_seed_give_the_same_bytes) {
  const std::string once = told(2'000, 7);
  EXPECT_EQ(digest_of(once), digest_of(told(2'000, 7)));
  EXPECT_NE(digest_of(once), digest_of(told(2'000, 8)));
}

TEST(Demo, a_story_that_is_moved_ends_when_it_is_told_to_with_open_tickets) {
  ZonesForTest zones;
  const Instant until{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} +
                      std::chrono::hours{20}};
  std::string lines;
  tell_demo({.tickets = 500, .seed = 7, .zones = zones, .until = until},
            [&](std::string_view piece) { lines += piece; });
  const ReadBack read{lines};
  EXPECT_EQ(read.findings.total(), 0U);
  std::size_t open = 0;
  for (const History& history : read.histories.tickets()) {
    EXPECT_LT(history.events.back().at, until);
    const EventWord last = history.events.back().word;
    if (last == EventWord::assigned || last == EventWord::requested) ++open;
  }
  EXPECT_GE(open, 40U);
}

TEST(Demo, one_ticket_is_a_company_too) {
  EXPECT_NE(told(1, 1).find(R"("event":"opened")"), std::string::npos);
}

TEST(Demo, its_events_are_read_back_without_a_doubt) {
  const std::string lines = told(3'000, 7);
  const ReadBack read{lines};
  EXPECT_EQ(read.findings.total(), 0U);
  EXPECT_GE(read.histories.tickets().size(), 3'000U);
  EXPECT_GE(read.outages.outages().size(), 100U);
  EXPECT_EQ(read.outages.maintenance().size(), 24U);
}

TEST(Demo, half_of_the_lengths_are_under_the_median_and_one_in_twenty_over_3_7_times) {
  Chance chance{42};
  int under = 0;
  int far_over = 0;
  constexpr int drawn = 100'000;
  for (int i = 0; i < drawn; ++i) {
    const std::int64_t length = chance.around(10'000);
    under += length < 10'000 ? 1 : 0;
    far_over += length > 37'280 ? 1 : 0;
  }
  EXPECT_NEAR(under, drawn / 2, drawn / 50);
  EXPECT_NEAR(far_over, drawn / 20, drawn / 200);
}

}  // namespace
}  // namespace vigie
