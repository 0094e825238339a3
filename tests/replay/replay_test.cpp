// Every target of fuzz/ lives through its examples and through what once broke it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<std::string> targets() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{"fuzz"}) {
    const std::string name = entry.path().stem().string();
    if (name.ends_with("_fuzz")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Replay, each_target_lives_through_its_examples_and_what_once_broke_it) {
  ASSERT_FALSE(targets().empty());
  for (const std::string& name : targets()) {
    std::string command = std::string{TARGETS} + "/" + name + "_replay fuzz/examples/" + name;
    const std::string broke = "fuzz/broke/" + name;
    if (fs::exists(broke)) command += " " + broke;
    if (name == "agreement_fuzz" || name == "profile_fuzz") command += " docs/examples";
    if (name == "events_fuzz") command += " docs/examples/events";
    EXPECT_EQ(std::system((command + " >/dev/null").c_str()), 0) << command;
  }
}

}  // namespace
