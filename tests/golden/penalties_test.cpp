// What the penalty ledger prints for a small contract, whole, in both languages; and how it
// refuses.
#include <gtest/gtest.h>

#include "golden_page.h"
#include "notation/page/table.h"

namespace vigie::printed {
namespace {

const std::vector<std::string> contract{
    "--agreements", "tests/golden/inputs/penalties",
    "--events",     "tests/golden/inputs/penalties/tickets.ndjson",
    "--as-of",      "2026-12-10T12:00:00Z"};

Run run_on_contract(std::vector<std::string> arguments, const std::string& language) {
  arguments.insert(arguments.end(), contract.begin(), contract.end());
  arguments.insert(arguments.end(), {"--lang", language});
  return run(arguments, 100);
}

TEST(Penalties, the_ledger_says_each_amount_line_by_line) {
  expect_golden({"penalties", {"penalties"}}, contract);
}

TEST(Penalties, a_period_and_a_line_can_be_asked_for) {
  expect_golden({"penalties_line", {"penalties", "--period", "2026-11", "--line", "response-p1"}},
                contract);
}

TEST(Penalties, programs_have_json_and_csv) {
  expect_golden({"penalties_json", {"penalties", "--period", "2026-10", "--format", "json"}},
                contract);
  expect_golden({"penalties_csv", {"penalties", "--format", "csv"}}, contract);
}

TEST(Penalties, the_scorecard_has_a_section_for_them) {
  expect_golden({"penalties_evaluate", {"evaluate"}}, contract);
  expect_golden({"penalties_evaluate_csv", {"evaluate", "--format", "csv"}}, contract);
}

TEST(Penalties, showing_one_month_does_not_change_its_amounts) {
  const auto whole = run_on_contract({"evaluate"}, "en").out;
  const auto month =
      run_on_contract({"evaluate", "--from", "2026-11-01", "--to", "2026-11-30"}, "en").out;
  const std::string line = "4,750.00 EUR";  // cut by what October used of the cap of the year
  EXPECT_NE(whole.find(line), std::string::npos) << whole;
  EXPECT_NE(month.find(line), std::string::npos) << month;
  EXPECT_EQ(month.find("2026-10 "), std::string::npos) << month;
}

TEST(Penalties, what_is_not_there_is_refused_with_what_is) {
  for (const std::string language : {"en", "fr"}) {
    const auto line = run_on_contract({"penalties", "--line", "respons-p1"}, language);
    EXPECT_EQ(line.exit, Exit::faults);
    EXPECT_NE(line.err.find("response-p1, gtr, late, kpi, care, points"), std::string::npos)
        << line.err;
    const auto period = run_on_contract({"penalties", "--period", "2026-09"}, language);
    EXPECT_EQ(period.exit, Exit::faults);
    EXPECT_NE(period.err.find("2026-10, 2026-11, 2026-12"), std::string::npos) << period.err;
    const auto none = run({"penalties", "--agreements", "tests/golden/inputs/acme.yaml", "--events",
                           "tests/golden/inputs/acme.ndjson", "--lang", language},
                          100);
    EXPECT_EQ(none.exit, Exit::faults);
    EXPECT_NE(none.err.find("penalties"), std::string::npos) << none.err;
  }
}

TEST(Penalties, the_ledger_is_no_wider_than_its_terminal) {
  for (const int columns : {80, 100, 120}) {
    auto arguments = contract;
    arguments.insert(arguments.begin(), "penalties");
    std::istringstream lines{run(arguments, columns).out};
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(width_of(line), static_cast<std::size_t>(columns)) << line;
    }
  }
}

}  // namespace
}  // namespace vigie::printed
