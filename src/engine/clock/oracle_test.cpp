// The clock against a slow and obvious oracle: every minute of the ticket is looked at on its own.
#include <gtest/gtest.h>

#include <cstdlib>

#include "engine/clock/oracle_for_test.h"

namespace vigie {
namespace {

using namespace random_for_test;

TEST(ClockOracle, agrees_minute_by_minute_on_random_promises_and_tickets) {
  ZonesForTest zones;
  const int rounds = std::getenv("VIGIE_LONG") != nullptr ? 5000 : 300;
  for (int seed = 1; seed <= rounds; ++seed) {
    Dice dice{static_cast<std::uint64_t>(seed)};
    ASSERT_EQ(difference_of_random_ticket(dice, zones), "") << "seed " << seed;
  }
}

}  // namespace
}  // namespace vigie
