#include "engine/time/zone.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using namespace std::chrono;

constexpr Instant utc(int y, unsigned m, unsigned d, int h = 0, int min = 0) {
  return Instant{sys_days{year{y} / month{m} / day{d}} + hours{h} + minutes{min}};
}
constexpr CivilTime civil(int y, unsigned m, unsigned d, int h = 0, int min = 0) {
  return CivilTime{utc(y, m, d, h, min).time_since_epoch()};
}

TEST(Zone, keeps_summer_time_after_the_last_change_written_in_the_file) {
  ZonesForTest zones;
  const Zone& paris = *zones.find("Europe/Paris");
  EXPECT_EQ(paris.offset_at(utc(2045, 7, 1)), hours{2});
  EXPECT_EQ(paris.offset_at(utc(2045, 1, 1)), hours{1});
  EXPECT_EQ(paris.offset_at(utc(2199, 7, 1)), hours{2});
  EXPECT_EQ(paris.changes({utc(2045, 1, 1), utc(2046, 1, 1)}),
            (std::vector{utc(2045, 3, 26, 1), utc(2045, 10, 29, 1)}));
}

TEST(Zone, reads_civil_times_that_are_skipped_or_repeated) {
  ZonesForTest zones;
  const struct {
    const char* zone;
    CivilTime local;
    CivilKind kind;
    Instant first;
    Instant last;
    Instant edge;
  } rows[] = {
      {"Europe/Paris", civil(2026, 3, 29, 1, 59), CivilKind::unique, utc(2026, 3, 29, 0, 59),
       utc(2026, 3, 29, 0, 59), utc(2026, 3, 29, 0, 59)},
      {"Europe/Paris", civil(2026, 3, 29, 2, 30), CivilKind::gap, utc(2026, 3, 29, 1, 30),
       utc(2026, 3, 29, 0, 30), utc(2026, 3, 29, 1)},
      {"Europe/Paris", civil(2026, 3, 29, 3), CivilKind::unique, utc(2026, 3, 29, 1),
       utc(2026, 3, 29, 1), utc(2026, 3, 29, 1)},
      {"Europe/Paris", civil(2026, 10, 25, 2, 30), CivilKind::fold, utc(2026, 10, 25, 0, 30),
       utc(2026, 10, 25, 1, 30), utc(2026, 10, 25, 0, 30)},
      {"Europe/Paris", civil(2026, 10, 25, 3), CivilKind::unique, utc(2026, 10, 25, 2),
       utc(2026, 10, 25, 2), utc(2026, 10, 25, 2)},
      {"Australia/Lord_Howe", civil(2025, 4, 6, 1, 45), CivilKind::fold, utc(2025, 4, 5, 14, 45),
       utc(2025, 4, 5, 15, 15), utc(2025, 4, 5, 14, 45)},
      {"Pacific/Apia", civil(2011, 12, 30, 12), CivilKind::gap, utc(2011, 12, 30, 22),
       utc(2011, 12, 29, 22), utc(2011, 12, 30, 10)},
      {"Asia/Kolkata", civil(2045, 6, 1, 5, 30), CivilKind::unique, utc(2045, 6, 1),
       utc(2045, 6, 1), utc(2045, 6, 1)},
  };
  for (const auto& row : rows) {
    const Zone& zone = *zones.find(row.zone);
    const CivilReading reading = zone.read(row.local);
    SCOPED_TRACE(row.zone);
    EXPECT_EQ(reading.kind, row.kind);
    EXPECT_EQ(reading.first, row.first);
    EXPECT_EQ(reading.last, row.last);
    EXPECT_EQ(zone.instant_of_edge(row.local), row.edge);
    EXPECT_EQ(zone.stretch_around(row.local).has_value(), row.kind == CivilKind::unique);
  }
}

TEST(Zone, refuses_bytes_that_are_no_zone) {
  std::ifstream file{"/usr/share/zoneinfo/Europe/Paris", std::ios::binary};
  const std::string whole{std::istreambuf_iterator<char>{file}, {}};
  std::string disordered = whole;
  std::string first_version = whole;
  first_version[4] = '\0';
  std::ifstream leap{"/usr/share/zoneinfo/right/Europe/Paris", std::ios::binary};
  const std::string counting_leaps{std::istreambuf_iterator<char>{leap}, {}};
  const struct {
    std::string bytes;
    const char* why;
  } rows[] = {{"", "not TZif"},
              {"TZjf" + whole.substr(4), "not TZif"},
              {first_version, "TZif version 1"},
              {whole.substr(0, 300), "cut short"},
              {whole.substr(0, whole.size() / 2), "cut short"},
              {whole.substr(0, whole.size() - 2) + ",x\n", "its footer is not a rule"}};
  for (const auto& row : rows) {
    const auto zone = Zone::from_tzif("Here", std::as_bytes(std::span{row.bytes}));
    ASSERT_FALSE(zone.has_value()) << row.why;
    EXPECT_EQ(zone.error().code, FaultCode::zone_unreadable);
    EXPECT_NE(message_of(zone.error(), Language::en).find(row.why), std::string::npos)
        << message_of(zone.error(), Language::en);
  }
}

}  // namespace
}  // namespace vigie
