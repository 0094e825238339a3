#include "engine/outage/outage.h"

#include <gmock/gmock.h>

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Value mail{1};
constexpr Value acme{2};
constexpr Value zenith{3};

OutageEvent at(int hour, OutageWord word) {
  const Instant when{std::chrono::hours{hour}};
  return {.at = when, .recorded_at = when, .word = word};
}

OutageLog log_of_two() {
  OutageLog log;
  log.append({10}, mail, at(1, OutageWord::detected), acme);
  log.append({11}, mail, at(2, OutageWord::detected));
  log.append({12}, mail, at(3, OutageWord::detected), zenith);
  log.append({10}, mail, at(4, OutageWord::restored), zenith);  // it stays that of acme
  log.append(MaintenanceWindow{.reference = {13}, .of = mail, .interval = {}, .customer = zenith});
  log.append(Observation{.of = mail, .interval = {}, .customer = acme});
  return log;
}

TEST(OutageLogs, what_is_of_a_customer_is_kept_for_him_and_what_is_everyones_for_all) {
  const OutageLog log = log_of_two();
  EXPECT_THAT(log.customers(), ElementsAre(acme, zenith));
  const OutageLog kept = log.of([](Value customer) { return customer == acme; });
  ASSERT_EQ(kept.outages().size(), 2U);
  EXPECT_EQ(kept.outages()[0], log.outages()[0]);
  EXPECT_EQ(kept.outages()[1], log.outages()[1]);
  EXPECT_EQ(kept.event_count(), 3U);
  EXPECT_THAT(kept.maintenance(), IsEmpty());
  EXPECT_EQ(kept.observed(), log.observed());
}

TEST(OutageLogs, nobody_is_left_with_what_is_everyones) {
  const OutageLog kept = log_of_two().of([](Value) { return false; });
  ASSERT_EQ(kept.outages().size(), 1U);
  EXPECT_THAT(kept.customers(), IsEmpty());
  EXPECT_EQ(kept.find({11})->of, mail);
}

}  // namespace
}  // namespace vigie
