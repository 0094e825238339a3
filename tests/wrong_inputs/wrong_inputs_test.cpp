// Wrong agreements, profiles and events, as a user would hand them in. Each file of the folders is
// one mistake:
//   One sentence: the mistake.
//   $ command
//   exit 1
//   says words that the answer must hold       (any number of these lines)
//   --- file.yaml                              (files, up to the next such line or the end)
// Run in English and in French: both end alike and name the same place, and no file appears.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <vector>

#include "program/workplace.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;
using program::Ran;
using program::Workplace;

struct Mistake {
  std::string sentence;
  std::string command;
  int exit = -1;
  std::vector<std::string> says;
  std::map<std::string, std::string> files;
};

Mistake mistake_from(const std::string& text) {
  Mistake mistake;
  std::istringstream lines{text};
  std::getline(lines, mistake.sentence);
  std::string* file = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("--- ")) {
      file = &mistake.files[line.substr(4)];
    } else if (file != nullptr) {
      *file += line + "\n";
    } else if (line.starts_with("$ ")) {
      mistake.command = line.substr(2);
    } else if (line.starts_with("exit ")) {
      mistake.exit = std::stoi(line.substr(5));
    } else if (line.starts_with("says ")) {
      mistake.says.push_back(line.substr(5));
    } else {
      ADD_FAILURE() << "not understood: " << line;
    }
  }
  return mistake;
}

// "file.yaml:8:13" and such: the same in every language.
bool is_place(const std::string& words) {
  return words.find(' ') == std::string::npos && words.find(':') != std::string::npos;
}

void expect_refusal(const Workplace& workplace, const Mistake& mistake, const char* language) {
  const Ran ran = workplace.run(mistake.command, language);
  EXPECT_EQ(ran.exit, mistake.exit) << language << ": " << ran.output;
  for (const std::string& words : mistake.says) {
    if (std::string{language} == "fr" && !is_place(words)) continue;
    EXPECT_NE(ran.output.find(words), std::string::npos)
        << language << ": does not say: " << words << "\n"
        << ran.output;
  }
}

std::vector<std::string> mistakes_in(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator{"tests/wrong_inputs/" + folder}) {
    paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> all_mistakes() {
  std::vector<std::string> all;
  for (const char* folder : {"agreements", "profiles", "events"}) {
    for (const std::string& path : mistakes_in(folder)) all.push_back(path);
  }
  return all;
}

class WrongInput : public testing::TestWithParam<std::string> {};

TEST_P(WrongInput, is_named_with_its_place_and_leaves_nothing_behind) {
  const Mistake mistake = mistake_from(program::text_of(GetParam()));
  ASSERT_FALSE(mistake.command.empty() || mistake.says.empty() || mistake.exit < 0) << GetParam();
  const Workplace workplace;
  for (const auto& [name, text] : mistake.files) workplace.write(name, text);
  const auto before = workplace.files();
  SCOPED_TRACE(GetParam() + ": " + mistake.sentence);
  expect_refusal(workplace, mistake, "en");
  expect_refusal(workplace, mistake, "fr");
  EXPECT_EQ(workplace.files(), before) << "something was half written";
}

std::string name_of(const testing::TestParamInfo<std::string>& path) {
  const fs::path file{path.param};
  return file.parent_path().filename().string() + "_" + file.stem().string();
}

INSTANTIATE_TEST_SUITE_P(Mistakes, WrongInput, testing::ValuesIn(all_mistakes()), name_of);

TEST(WrongInputs, there_are_ten_of_each_kind) {
  for (const char* folder : {"agreements", "profiles", "events"}) {
    EXPECT_GE(mistakes_in(folder).size(), 10U) << folder;
  }
}

}  // namespace
}  // namespace vigie
