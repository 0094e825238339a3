#include "notation/stamp.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "notation/page/rfc3339.h"

namespace vigie {
namespace {

struct Told {
  const char* format;
  const char* text;
  const char* expected;  // RFC 3339, after the kind when it is not simply read
};

std::string told(const StampReading& reading) {
  constexpr const char* kinds[] = {"", "gap ", "ambiguous ", "unreadable", "out of range"};
  std::string text = kinds[static_cast<int>(reading.kind)];
  if (reading.kind <= StampKind::ambiguous) text += rfc3339(reading.at);
  return text;
}

std::string read(const char* format, const char* text, const Zone* zone,
                 std::chrono::seconds offset) {
  StampRules rules;
  rules.formats.push_back(StampFormat::from(format).value());
  rules.offset = offset;
  StampReader reader{rules, zone};
  reader.read("2016-07-01 12:00:00");
  return told(reader.read(text));
}

TEST(Stamp, reads_the_declared_format_and_nothing_else) {
  ZonesForTest zones;
  const Zone* paris = zones.find("Europe/Paris");
  const std::vector<Told> table = {
      {"d/M/yyyy HH:mm", "2/3/2016 04:57", "2016-03-02T03:57:00Z"},
      {"d/M/yyyy HH:mm", "29/02/2016 04:57", "2016-02-29T03:57:00Z"},
      {"d/M/yyyy HH:mm", "30/2/2016 04:57", "unreadable"},
      {"d/M/yyyy HH:mm", "2/13/2016 04:57", "unreadable"},
      {"d/M/yyyy HH:mm", "2/3/2016 24:00", "unreadable"},
      {"d/M/yyyy HH:mm", "2/3/2016 4:57", "unreadable"},
      {"d/M/yyyy HH:mm", "2/3/2016 04:57:10", "unreadable"},
      {"d/M/yyyy HH:mm", "", "unreadable"},
      {"d/M/yyyy HH:mm", "?", "unreadable"},
      {"d/M/yyyy H:mm", "2/7/2016 4:57", "2016-07-02T02:57:00Z"},
      {"dd/MM/yyyy HH:mm:ss", "02/07/2016 04:57:09", "2016-07-02T02:57:09Z"},
      {"dd/MM/yyyy HH:mm:ss", "2/07/2016 04:57:09", "unreadable"},
      {"yyyy-MM-dd HH:mm:ss", " 2016-07-02  04:57:09 ", "2016-07-02T02:57:09Z"},
      {"yyyy-MM-dd HH:mm:ss.S", "2016-07-02 04:57:09.1234567", "2016-07-02T02:57:09.123456Z"},
      {"yyyy-MM-dd", "2016-07-02", "2016-07-01T22:00:00Z"},
      {"dd.MM.yy HH:mm", "02.07.16 04:57", "2016-07-02T02:57:00Z"},
      {"M/d/yyyy h:mm a", "7/2/2016 12:05 AM", "2016-07-01T22:05:00Z"},
      {"M/d/yyyy h:mm a", "7/2/2016 12:05 p.m.", "2016-07-02T10:05:00Z"},
      {"M/d/yyyy h:mm a", "7/2/2016 13:05 PM", "unreadable"},
      {"M/d/yyyy hh:mm:ss a", "7/2/2016 01:05:00\u202Fpm", "2016-07-02T11:05:00Z"},
      {"d MMM yyyy HH:mm", "2 févr. 2016 04:57", "2016-02-02T03:57:00Z"},
      {"d MMM yyyy HH:mm", "2 FEVR 2016 04:57", "2016-02-02T03:57:00Z"},
      {"d MMM yyyy HH:mm", "2 août 2016 04:57", "2016-08-02T02:57:00Z"},
      {"d MMM yyyy HH:mm", "2 juil. 2016 04:57", "2016-07-02T02:57:00Z"},
      {"d MMM yyyy HH:mm", "2 jui 2016 04:57", "unreadable"},
      {"d MMM yyyy HH:mm", "2 Sep 2016 04:57", "2016-09-02T02:57:00Z"},
      {"E d MMMM yyyy 'à' H'h'mm", "lundi 2 mars 2026 à 9h05", "2026-03-02T08:05:00Z"},
      {"MMM d, yyyy HH:mm", "Dec 24, 2016 04:57", "2016-12-24T03:57:00Z"},
      {"yyyy-MM-dd'T'HH:mm:ssX", "2016-07-02T04:57:09-03:30", "2016-07-02T08:27:09Z"},
      {"yyyy-MM-ddTHH:mm:ssX", "2016-07-02T04:57:09+0200", "2016-07-02T02:57:09Z"},
      {"iso", "2016-07-02T04:57:09Z", "2016-07-02T04:57:09Z"},
      {"iso", "2016-07-02T04:57:09.5+02", "2016-07-02T02:57:09.5Z"},
      {"iso", "2016-07-02 04:57", "2016-07-02T02:57:00Z"},
      {"iso", "2016-07-02T04:57+25:00", "unreadable"},
      {"iso", "2016-07-02", "unreadable"},
      {"epoch_seconds", "1467428229", "2016-07-02T02:57:09Z"},
      {"epoch_milliseconds", "1467428229500", "2016-07-02T02:57:09.5Z"},
      {"epoch_seconds", "1467428229500", "unreadable"},
      {"epoch_seconds", "-1", "out of range"},
      {"epoch_seconds", "12 34", "unreadable"},
      {"yyyy-MM-dd HH:mm", "0001-01-01 00:00", "out of range"},
      {"yyyy-MM-dd HH:mm", "2200-01-01 12:00", "out of range"},
      {"d/M/yyyy HH:mm", "27/3/2016 02:30", "gap 2016-03-27T01:30:00Z"},
      {"d/M/yyyy HH:mm", "27/3/2016 03:00", "2016-03-27T01:00:00Z"},
      {"d/M/yyyy HH:mm", "27/3/2016 01:59", "2016-03-27T00:59:00Z"},
      {"d/M/yyyy HH:mm", "30/10/2016 02:30", "ambiguous 2016-10-30T00:30:00Z"},
      {"d/M/yyyy HH:mm", "30/10/2016 03:00", "2016-10-30T02:00:00Z"},
  };
  for (const Told& row : table) {
    EXPECT_EQ(read(row.format, row.text, paris, {}), row.expected) << row.format << " " << row.text;
  }
}

TEST(Stamp, a_fixed_offset_has_neither_gap_nor_fold) {
  const std::chrono::seconds hour{3600};
  EXPECT_EQ(read("d/M/yyyy HH:mm", "27/3/2016 02:30", nullptr, hour), "2016-03-27T01:30:00Z");
  EXPECT_EQ(read("iso", "2016-03-27T02:30:00Z", nullptr, hour), "2016-03-27T02:30:00Z");
  EXPECT_EQ(read_offset("-03:30"), -std::chrono::seconds{12600});
  EXPECT_EQ(read_offset("Z"), std::chrono::seconds{0});
  EXPECT_EQ(read_offset("+1"), std::nullopt);
  EXPECT_EQ(read_offset("+01:00 or so"), std::nullopt);
}

TEST(Stamp, a_format_says_at_least_a_whole_date) {
  for (const char* pattern : {"", "HH:mm", "dd/MM HH:mm", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH:mm a",
                              "yyyy-MM-dd kk:mm", "yyyy-MM-dd 'T", "DD/MM/YYYY"}) {
    EXPECT_FALSE(StampFormat::from(pattern)) << pattern;
  }
}

TEST(Stamp, the_first_format_that_fits_is_taken) {
  StampRules rules;
  for (const char* pattern : {"d/M/yyyy HH:mm", "iso"}) {
    rules.formats.push_back(StampFormat::from(pattern).value());
  }
  StampReader reader{rules, nullptr};
  EXPECT_EQ(told(reader.read("2/3/2016 04:57")), "2016-03-02T04:57:00Z");
  EXPECT_EQ(told(reader.read("2016-03-02T04:57:00+01:00")), "2016-03-02T03:57:00Z");
  EXPECT_EQ(told(reader.read("2 March")), "unreadable");
}

}  // namespace
}  // namespace vigie
