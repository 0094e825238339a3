// `vigie time` as a program sees it, against witnesses that are not ours: Python's time zones and,
// where it lies beside the project, the reference evaluator with its vectors.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "program/workplace.h"

namespace vigie::program {
namespace {

const std::string reference = "../shared/vectors/reference.py";

bool has_python() { return std::system("python3 -c 'import zoneinfo' 2>/dev/null") == 0; }

bool can_compare() {
  if (!has_python()) {
    std::cout << "note: not compared, python3 with zoneinfo is missing\n";
    return false;
  }
  if (!std::filesystem::exists(reference)) {
    std::cout << "note: not compared with the reference evaluator, " << reference << " is absent\n";
    return false;
  }
  return true;
}

void expect_success(const std::string& command) {
  const Ran ran =
      Workplace{}.run("cd '" + std::filesystem::current_path().string() + "' && " + command);
  EXPECT_EQ(ran.exit, 0) << command << "\n" << ran.output;
  std::cout << ran.output.substr(ran.output.rfind('\n', ran.output.size() - 2) + 1);
}

TEST(TimeCommand, offsets_of_every_zone_agree_with_python) {
  if (!has_python()) {
    std::cout << "note: zones were not compared, python3 with zoneinfo is missing\n";
    GTEST_SKIP();
  }
  expect_success("python3 tests/time/zones_against_python.py \"$(command -v vigie)\"");
}

TEST(TimeCommand, answers_the_vectors_of_other_projects) {
  if (!can_compare()) GTEST_SKIP();
  expect_success("python3 " + reference +
                 " run --quiet --cmd 'vigie time' ../shared/vectors/*.json");
}

TEST(TimeCommand, answers_random_corpora_as_the_reference_does) {
  if (!can_compare()) GTEST_SKIP();
  for (const char* seed : {"3", "11"}) {
    expect_success("python3 " + reference + " generate --compact --seed " + seed +
                   " --count 300 > /tmp/vigie-corpus-$$.json && python3 " + reference +
                   " run --quiet --cmd 'vigie time' /tmp/vigie-corpus-$$.json; ended=$?; "
                   "rm -f /tmp/vigie-corpus-$$.json; exit $ended");
  }
}

TEST(TimeCommand, answers_under_random_policies_as_the_reference_does) {
  if (!can_compare()) GTEST_SKIP();
  expect_success("python3 tests/time/compare_with_reference.py " + reference +
                 " \"$(command -v vigie)\" --seed 5 --count 800");
}

TEST(TimeCommand, writes_each_answer_at_once) {
  const Ran ran = Workplace{}.run(
      "coproc vigie time; echo '{\"op\": \"unknown\"}' >&\"${COPROC[1]}\"; "
      "read -r -t 20 line <&\"${COPROC[0]}\"; echo \"$line\"");
  EXPECT_EQ(ran.output, "{\"unsupported\":true}\n");
}

TEST(TimeCommand, goes_on_after_a_line_it_cannot_read) {
  const Ran ran = Workplace{}.run("printf 'x\\n\\n{\"op\": \"none\"}\\n' | vigie time");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("{\"error\":\"not JSON"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("{\"unsupported\":true}"), std::string::npos) << ran.output;
}

}  // namespace
}  // namespace vigie::program
