#include "engine/agreement/period.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::year;

CivilDay day(int y, unsigned m, unsigned d) {
  return local_days{year{y} / std::chrono::month{m} / std::chrono::day{d}};
}

TEST(Period, has_a_name_and_begins_at_local_midnight) {
  ZonesForTest zones;
  const Zone& paris = *zones.find("Europe/Paris");
  const struct {
    PeriodKind kind;
    CivilDay effect;
    CivilDay at;
    const char* name;
    CivilDay first;
    CivilDay next;
  } rows[] = {
      {PeriodKind::month, day(2026, 1, 1), day(2026, 3, 31), "2026-03", day(2026, 3, 1),
       day(2026, 4, 1)},
      {PeriodKind::rolling, day(2026, 1, 1), day(2026, 2, 1), "2026-02", day(2026, 2, 1),
       day(2026, 3, 1)},
      {PeriodKind::quarter, day(2026, 1, 1), day(2026, 5, 2), "2026-Q2", day(2026, 4, 1),
       day(2026, 7, 1)},
      {PeriodKind::half, day(2026, 1, 1), day(2026, 12, 31), "2026-H2", day(2026, 7, 1),
       day(2027, 1, 1)},
      {PeriodKind::year, day(2026, 1, 1), day(2026, 6, 1), "2026", day(2026, 1, 1),
       day(2027, 1, 1)},
      {PeriodKind::contract_month, day(2026, 1, 15), day(2026, 3, 14), "2026-02-15",
       day(2026, 2, 15), day(2026, 3, 15)},
      {PeriodKind::contract_month, day(2026, 1, 15), day(2026, 3, 15), "2026-03-15",
       day(2026, 3, 15), day(2026, 4, 15)},
      {PeriodKind::contract_month, day(2026, 1, 31), day(2026, 3, 1), "2026-02-28",
       day(2026, 2, 28), day(2026, 3, 31)},
  };
  for (const auto& row : rows) {
    const PeriodTerms terms{
        .rules = {.kind = row.kind, .rolling = 3}, .effect = row.effect, .zone = &paris};
    const Period period = period_at(terms, paris.instant_of_edge(CivilTime{row.at}));
    EXPECT_EQ(period.name, row.name);
    EXPECT_EQ(period.first, row.first) << row.name;
    EXPECT_EQ(period.next, row.next) << row.name;
    EXPECT_EQ(period.interval.from, paris.instant_of_edge(CivilTime{row.first})) << row.name;
    EXPECT_EQ(next_period(terms, period).first, row.next) << row.name;
  }
}

TEST(Period, a_month_of_clock_change_has_an_hour_less_or_more) {
  ZonesForTest zones;
  const Zone& paris = *zones.find("Europe/Paris");
  const PeriodTerms terms{.rules = {}, .effect = day(2026, 1, 1), .zone = &paris};
  const auto length_of = [&](CivilDay at) {
    return period_at(terms, paris.instant_of_edge(CivilTime{at})).interval.length();
  };
  EXPECT_EQ(length_of(day(2026, 3, 10)), hours{31 * 24 - 1});
  EXPECT_EQ(length_of(day(2026, 10, 10)), hours{31 * 24 + 1});
  EXPECT_EQ(length_of(day(2026, 4, 10)), hours{30 * 24});
}

TEST(Period, the_last_instant_of_a_month_belongs_to_it_and_midnight_to_the_next) {
  ZonesForTest zones;
  const Zone& reunion = *zones.find("Indian/Reunion");
  const PeriodTerms terms{.rules = {}, .effect = day(2026, 1, 1), .zone = &reunion};
  const Instant midnight = reunion.instant_of_edge(CivilTime{day(2026, 4, 1)});
  EXPECT_EQ(period_at(terms, midnight - Duration{1}).name, "2026-03");
  EXPECT_EQ(period_at(terms, midnight).name, "2026-04");
}

}  // namespace
}  // namespace vigie
