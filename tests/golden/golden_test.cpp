// What evaluate and explain print for a small company, whole, in both languages.
#include <gtest/gtest.h>

#include <algorithm>

#include "golden_page.h"

namespace vigie::printed {
namespace {

const std::vector<Golden> goldens{
    {"evaluate_80", {"evaluate"}, 80},
    {"evaluate_120", {"evaluate"}, 120},
    {"evaluate_periods", {"evaluate", "--periods"}, 100},
    {"evaluate_csv", {"evaluate", "--format", "csv"}, 100},
    {"evaluate_json", {"evaluate", "--format", "json"}, 100},
    {"explain_wait", {"explain", "INC-1", "resolve-p2"}, 100},
    {"explain_breach", {"explain", "INC-2", "resolve-p2"}, 120},
    {"explain_narrow", {"explain", "INC-2", "resolve-p2"}, 80},
    {"explain_requalified", {"explain", "INC-3"}, 120},
    {"explain_reopened", {"explain", "INC-4", "resolve-p2"}, 100},
    {"explain_not_measurable", {"explain", "INC-5", "resolve-p2"}, 100},
    {"explain_business_days", {"explain", "REQ-1"}, 100},
    {"explain_carried_date", {"explain", "CHG-1"}, 100},
    {"explain_pending", {"explain", "INC-6"}, 100},
    {"explain_paused", {"explain", "INC-7", "resolve-p2"}, 100},
    {"explain_just_opened", {"explain", "INC-8"}, 100},
    {"explain_json", {"explain", "INC-1", "resolve-p2", "--format", "json"}, 100},
};

const std::vector<std::string> acme{"--agreements", "tests/golden/inputs/acme.yaml", "--events",
                                    "tests/golden/inputs/acme.ndjson"};

TEST(Golden, pages_are_printed_as_they_were_read_and_approved) {
  for (const Golden& golden : goldens) expect_golden(golden, acme);
}

TEST(Golden, no_line_is_wider_than_its_terminal) {
  for (const int columns : {80, 100, 120}) {
    const auto ran = run({"evaluate", "--agreements", "tests/golden/inputs/acme.yaml", "--events",
                          "tests/golden/inputs/acme.ndjson"},
                         columns);
    std::istringstream lines{ran.out};
    for (std::string line; std::getline(lines, line);) {
      const auto characters = std::count_if(line.begin(), line.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
      });
      EXPECT_LE(characters, columns) << line;
    }
  }
}

}  // namespace
}  // namespace vigie::printed
