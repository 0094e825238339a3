#include "notation/case/case_file.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

class CaseFiles : public testing::Test {
 protected:
  /// A page that is well but for what is added to it.
  CaseRead read(const std::string& added, const std::string& head = "case: A title.\nrule: J3\n") {
    return read_case(head +
                         "agreement:\n"
                         "  id: acme\n"
                         "  zone: Europe/Paris\n"
                         "  between: {provider: NOVA, customer: ACME}\n"
                         "  targets:\n"
                         "    resolve: {metric: resolution, within: 4h in always}\n" +
                         added,
                     "page.yaml", zones_);
  }

  ZonesForTest zones_;
};

TEST_F(CaseFiles, a_page_without_a_title_a_rule_or_an_expectation_is_refused) {
  const auto nothing = read("", "");
  ASSERT_FALSE(nothing.file);
  std::vector<std::string> missing;
  for (const auto& fault : nothing.faults) {
    EXPECT_EQ(fault.code, FaultCode::missing_key);
    missing.push_back(fault.arguments.front().second);
  }
  EXPECT_EQ(missing, (std::vector<std::string>{"case", "rule", "expect"}));
}

TEST_F(CaseFiles, what_is_not_understood_is_refused_at_its_line) {
  const struct {
    std::string added;
    FaultCode code;
    int line;
  } cases[] = {
      {"expects: {}\n", FaultCode::missing_key, 1},
      {"as_of: tomorrow\nexpect: {findings: {}}\n", FaultCode::case_line_malformed, 9},
      {"tickets:\n  INC-1:\n    - now opened\nexpect: {findings: {}}\n",
       FaultCode::case_line_malformed, 11},
      {"tickets:\n  INC-1:\n    - 2026-03-02 09:00 resolved corrects 1\nexpect: {findings: {}}\n",
       FaultCode::case_line_absent, 11},
      {"expect: {findings: {}}\nwhat_if:\n  - {title: x, chnage: {}}\n", FaultCode::missing_key,
       11},
  };
  for (const auto& c : cases) {
    const auto read_page = read(c.added);
    ASSERT_FALSE(read_page.faults.empty()) << c.added;
    EXPECT_EQ(read_page.faults.front().code, c.code) << c.added;
    EXPECT_EQ(read_page.faults.front().place.line, c.line) << c.added;
  }
}

TEST_F(CaseFiles, a_change_replaces_a_clause_and_keeps_the_others) {
  const auto page = read(
      "expect: {findings: {}}\n"
      "what_if:\n"
      "  - title: slower, and judged by its end\n"
      "    change: {resolve: {within: 8h in always}}\n"
      "    clauses: {judged_by: version_at_resolution}\n"
      "    expect: {findings: {}}\n");
  ASSERT_TRUE(page.file);
  ASSERT_EQ(page.file->variants.size(), 2U);
  const auto& before = page.file->variants[0].terms.agreements.at(0);
  const auto& after = page.file->variants[1].terms.agreements.at(0);
  EXPECT_EQ(std::get<ServiceDuration>(before.commitments.at(0).within).budget,
            std::chrono::hours{4});
  EXPECT_EQ(std::get<ServiceDuration>(after.commitments.at(0).within).budget,
            std::chrono::hours{8});
  EXPECT_EQ(after.commitments.at(0).metric, Metric::resolution);
  EXPECT_EQ(before.judged_by, JudgedBy::version_at_opening);
  EXPECT_EQ(after.judged_by, JudgedBy::version_at_resolution);
}

TEST_F(CaseFiles, a_reading_takes_what_it_does_not_say_from_the_page) {
  const auto page = read(
      "known_at: 2026-03-05 09:00\n"
      "readings:\n"
      "  - as_of: 2026-03-02 09:00\n"
      "    expect: {findings: {}}\n"
      "  - as_of: 2026-03-03 09:00\n"
      "    known_at: 2026-03-04 09:00\n"
      "    expect: {findings: {}}\n"
      "what_if:\n"
      "  - {title: the same, expect: {findings: {}}}\n");
  ASSERT_TRUE(page.file);
  const auto& readings = page.file->variants[0].readings;
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[1].known_at - readings[1].as_of.value(), std::chrono::hours{24});
  EXPECT_EQ(readings[0].known_at - readings[1].known_at, std::chrono::hours{24});
  EXPECT_EQ(page.file->variants[1].readings.at(0).as_of, readings[1].as_of);
}

}  // namespace
}  // namespace vigie
