// What can be found or refused is triggered by some test: a code that no test names is no promise.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "tree.h"

namespace vigie::structure {
namespace {

// Every word of tests and cases.
const std::set<std::string>& words_of_tests() {
  static const std::set<std::string> words = [] {
    std::set<std::string> found;
    const auto add = [&](const std::string& text) {
      std::string word;
      for (const char c : text + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
          word += c;
        } else if (!word.empty()) {
          found.insert(std::move(word));
          word.clear();
        }
      }
    };
    for (const SourceFile& file : code_files()) {
      if (file.is_test()) add(file.text);
    }
    for (const SourceFile& file : files_under("cases", ".yaml")) add(file.text);
    for (const SourceFile& file : files_under("tests", ".txt")) add(file.text);
    return found;
  }();
  return words;
}

void expect_all_triggered(const std::string& list) {
  const std::regex word{R"(^WORD\((\w+),)"};
  for (const SourceFile& file : files_under("src/vocabulary", "/" + list)) {
    for (const std::string& line : lines_of(file.text)) {
      std::smatch found;
      if (!std::regex_search(line, found, word)) continue;
      EXPECT_TRUE(words_of_tests().contains(found[1]))
          << file.path << ": no test triggers " << found[1];
    }
  }
}

TEST(Codes, every_finding_is_triggered_by_a_test) {
  expect_all_triggered("finding.def");
  expect_all_triggered("ticket_finding.def");
}

TEST(Codes, every_fault_and_warning_is_triggered_by_a_test) {
  expect_all_triggered("fault.def");
  expect_all_triggered("warning.def");
}

TEST(Codes, every_refusal_and_limit_is_triggered_by_a_test) {
  expect_all_triggered("refusal.def");
  expect_all_triggered("limit.def");
}

TEST(Codes, every_floor_and_room_says_what_it_is) {
  namespace fs = std::filesystem;
  std::set<std::string> rooms{"src/vocabulary", "src/notation", "src/connector",
                              "src/document",   "src/server",   "src/cli"};
  for (const auto& entry : fs::directory_iterator{"src/engine"}) {
    if (entry.is_directory()) rooms.insert(entry.path().string());
  }
  for (const std::string& room : rooms) {
    EXPECT_TRUE(fs::exists(room + "/README.md")) << room << ": takes, gives, never does, sources";
  }
}

}  // namespace
}  // namespace vigie::structure
