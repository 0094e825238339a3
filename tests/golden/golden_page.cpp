#include "golden_page.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

namespace vigie::printed {

std::string lasting(const std::string& text) {
  static const std::regex zones{
      R"re((zones\s+|fuseaux\s+|"zones":"|"release":"|zones )[0-9]{4}[a-z])re"};
  return std::regex_replace(text, zones, "$1....");
}

std::string text_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void expect_golden(const Golden& golden, const std::vector<std::string>& on) {
  for (const std::string language : {"en", "fr"}) {
    auto arguments = golden.arguments;
    arguments.insert(arguments.end(), on.begin(), on.end());
    arguments.insert(arguments.end(), {"--lang", language});
    const auto ran = run(arguments, golden.columns);
    EXPECT_EQ(ran.exit, Exit::done) << golden.name << "\n" << ran.err;
    const auto path = "tests/golden/" + golden.name + "." + language + ".txt";
    if (std::getenv("VIGIE_UPDATE_GOLDEN") != nullptr) {  // NOLINT: tests have one thread
      std::ofstream{path, std::ios::binary} << lasting(ran.out);
    }
    EXPECT_EQ(lasting(ran.out), text_of(path)) << path;
  }
}

}  // namespace vigie::printed
