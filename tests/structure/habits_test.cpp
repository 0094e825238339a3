// Habits of the code that a text shows: what the engine never does, what no file says.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tree.h"

namespace vigie::structure {
namespace {

bool is_engine(const SourceFile& file) {
  return file.path.starts_with("src/engine/") && !file.is_test();
}

void expect_absent(const SourceFile& file, const std::regex& pattern, const char* instead) {
  std::size_t number = 0;
  for (const std::string& line : lines_of(file.bare)) {
    ++number;
    EXPECT_FALSE(std::regex_search(line, pattern)) << file.path << ":" << number << ": " << instead;
  }
}

TEST(Habits, the_engine_never_reads_the_clock) {
  const std::regex clock{R"(_clock::now\b|\btime\(nullptr\)|\btime\(NULL\)|\bgettimeofday\b)"};
  for (const SourceFile& file : code_files()) {
    if (is_engine(file)) expect_absent(file, clock, "time is the argument as_of");
  }
}

TEST(Habits, no_float_decides) {
  const std::regex floating{R"(\b(float|double)\b)"};
  for (const SourceFile& file : code_files()) {
    if (is_engine(file)) expect_absent(file, floating, "whole numbers and Ratio only");
  }
}

// Hash maps and sets declared in a header and its .cpp, by "folder/stem".
std::map<std::string, std::set<std::string>> hashed_names() {
  const std::regex declared{R"(unordered_(?:map|set)<[^;(){}]*>\s+(\w+))"};
  std::map<std::string, std::set<std::string>> hashed;
  for (const SourceFile& file : code_files()) {
    for (const std::string& line : lines_of(file.bare)) {
      std::smatch found;
      if (!std::regex_search(line, found, declared)) continue;
      hashed[file.folder() + "/" + file.stem()].insert(found[1]);
    }
  }
  return hashed;
}

TEST(Habits, no_hash_map_gives_an_order) {
  const std::regex loop{R"(for \(.*: (?:\w+(?:\.|->))*(\w+)\))"};
  const auto hashed = hashed_names();
  for (const SourceFile& file : code_files()) {
    const auto here = hashed.find(file.folder() + "/" + file.stem());
    if (!file.path.starts_with("src/") || here == hashed.end()) continue;
    std::size_t number = 0;
    for (const std::string& line : lines_of(file.bare)) {
      ++number;
      std::smatch found;
      if (!std::regex_search(line, found, loop)) continue;
      EXPECT_FALSE(here->second.contains(found[1]))
          << file.path << ":" << number << ": sort first, or keep a vector beside";
    }
  }
}

TEST(Habits, a_header_begins_with_what_it_is_for_and_guards_itself) {
  for (const SourceFile& file : code_files()) {
    if (!file.path.ends_with(".h")) continue;
    EXPECT_TRUE(file.text.starts_with("// ")) << file.path;
    EXPECT_NE(file.text.find("#pragma once\n"), std::string::npos) << file.path;
    EXPECT_EQ(file.bare.find("using namespace"), std::string::npos) << file.path;
  }
}

TEST(Habits, our_code_lives_in_our_namespace) {
  for (const SourceFile& file : code_files()) {
    if (!file.path.starts_with("src/") || file.path == "src/cli/main.cpp") continue;
    if (file.path.starts_with("src/vocabulary/") || file.is_generated()) continue;
    EXPECT_NE(file.bare.find("namespace vigie"), std::string::npos) << file.path;
  }
}

TEST(Habits, nothing_is_left_to_do_in_a_comment) {
  const std::regex left{R"(\b(TO)"
                        "DO|FIX"
                        "ME|XX"
                        R"(X)\b)"};
  for (const SourceFile& file : code_files()) {
    std::size_t number = 0;
    for (const std::string& line : lines_of(file.text)) {
      ++number;
      EXPECT_FALSE(std::regex_search(line, left))
          << file.path << ":" << number << ": do it, or write an issue";
    }
  }
}

TEST(Habits, no_banner_and_no_code_put_to_sleep) {
  const std::regex banner{R"(^\s*//\s*[-=*/#]{4,})"};
  const std::regex asleep{R"(^\s*//.*[;{]\s*$)"};
  for (const SourceFile& file : code_files()) {
    std::size_t number = 0;
    for (const std::string& line : lines_of(file.text)) {
      ++number;
      EXPECT_FALSE(std::regex_search(line, banner)) << file.path << ":" << number;
      EXPECT_FALSE(std::regex_search(line, asleep) && line.find("design") == std::string::npos &&
                   line.find('(') != std::string::npos)
          << file.path << ":" << number << ": commented-out code";
    }
  }
}

}  // namespace
}  // namespace vigie::structure
