// What evaluate and explain print for a small company, whole, in both languages.
// VIGIE_UPDATE_GOLDEN=1 rewrites the files; read the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "printed.h"

namespace vigie::printed {
namespace {

struct Golden {
  std::string name;
  std::vector<std::string> arguments;
  int columns;
};

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

/// The release of the zone rules and the digests that follow from it differ from machine to
/// machine.
std::string lasting(const std::string& text) {
  static const std::regex zones{
      R"re((zones\s+|fuseaux\s+|"zones":"|"release":"|zones )[0-9]{4}[a-z])re"};
  return std::regex_replace(text, zones, "$1....");
}

std::string text_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(Golden, pages_are_printed_as_they_were_read_and_approved) {
  for (const auto& golden : goldens) {
    for (const std::string language : {"en", "fr"}) {
      auto arguments = golden.arguments;
      for (const char* more : {"--agreements", "tests/golden/inputs/acme.yaml", "--events",
                               "tests/golden/inputs/acme.ndjson", "--lang"}) {
        arguments.emplace_back(more);
      }
      arguments.push_back(language);
      const auto ran = run(arguments, golden.columns);
      EXPECT_EQ(ran.exit, Exit::done) << golden.name << "\n" << ran.err;
      const auto path = "tests/golden/" + golden.name + "." + language + ".txt";
      if (std::getenv("VIGIE_UPDATE_GOLDEN") != nullptr) {  // NOLINT: tests have one thread
        std::ofstream{path, std::ios::binary} << lasting(ran.out);
      }
      EXPECT_EQ(lasting(ran.out), text_of(path)) << path;
    }
  }
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
