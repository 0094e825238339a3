// What what-if, refresh and explain --period print for a small network, whole, in both languages.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>

#include "golden_page.h"
#include "notation/page/table.h"

namespace vigie::printed {
namespace {

const std::vector<std::string> network{"--agreements", "tests/golden/inputs/network/acme.yaml",
                                       "--events",     "tests/golden/inputs/network/events.ndjson",
                                       "--as-of",      "2026-05-02T09:00:00Z"};

std::vector<std::string> on_network(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), network.begin(), network.end());
  return arguments;
}

TEST(WhatIfPages, a_clause_changed_moves_what_it_moves) {
  const std::vector<std::string> change{"what-if", "--change", "resolve-p2.within=2h", "--from",
                                        "2026-04-01"};
  expect_golden({"what_if_change", change, 100}, network);
  auto json = change;
  json.insert(json.end(), {"--format", "json"});
  expect_golden({"what_if_json", json}, network);
  auto csv = change;
  csv.insert(csv.end(), {"--format", "csv"});
  expect_golden({"what_if_csv", csv}, network);
}

TEST(WhatIfPages, another_version_moves_an_availability_too) {
  expect_golden(
      {"what_if_against", {"what-if", "--against", "tests/golden/inputs/network/acme-2.yaml"}, 80},
      network);
}

TEST(WhatIfPages, a_change_that_moves_nothing_says_so) {
  expect_golden({"what_if_nothing", {"what-if", "--change", "resolve-p2.within=5h"}}, network);
}

TEST(WhatIfPages, what_would_be_ignored_is_refused) {
  const std::vector<std::string> change{"what-if", "--change", "resolve-p2.within=2h"};
  for (const std::vector<std::string>& more : {
           std::vector<std::string>{"--explain", "INC-4", "--flips", "flips.csv"},
           std::vector<std::string>{"--sweep", "resolve-p2.within=1h..7h:2h", "--explain", "INC-4"},
       }) {
    auto asked = on_network(change);
    asked.insert(asked.end(), more.begin(), more.end());
    EXPECT_EQ(run(asked, 100).exit, Exit::wrong_usage) << more.front();
  }
}

TEST(WhatIfPages, a_sweep_has_a_line_for_each_value) {
  expect_golden({"what_if_sweep", {"what-if", "--sweep", "resolve-p2.within=1h..7h:2h"}}, network);
  expect_golden(
      {"what_if_sweep_required", {"what-if", "--sweep", "network-up.required=99%..99.8%:0.2%"}},
      network);
  expect_golden({"what_if_sweep_json",
                 {"what-if", "--sweep", "network-up.calendar=always,office", "--format", "json"}},
                network);
}

TEST(WhatIfPages, a_ticket_that_flips_is_explained_under_both_terms) {
  expect_golden(
      {"what_if_explain", {"what-if", "--change", "resolve-p2.within=2h", "--explain", "INC-4"}},
      network);
  expect_golden({"what_if_explain_same",
                 {"what-if", "--change", "resolve-p2.within=2h", "--from", "2026-04-01",
                  "--explain", "INC-2"}},
                network);
}

TEST(WhatIfPages, each_flip_is_a_line_of_a_file_and_of_the_json) {
  const auto file =
      std::filesystem::temp_directory_path() / ("vigie-flips-" + std::to_string(getpid()) + ".csv");
  const auto ran = run(on_network({"what-if", "--change", "resolve-p2.within=2h", "--flips",
                                   file.string(), "--format", "json"}),
                       100);
  EXPECT_EQ(ran.exit, Exit::done) << ran.err;
  EXPECT_EQ(text_of(file.string()),
            "ticket,agreement,target,before,after\n"
            "INC-1,acme,resolve-p2,met,breached\n"
            "INC-4,acme,resolve-p2,met,breached\n");
  const auto flips = boost::json::parse(ran.out).at("flips");
  EXPECT_EQ(flips.at("count").as_int64(), 2);
  EXPECT_EQ(flips.at("tickets").as_array().size(), 2U);
  EXPECT_EQ(flips.at("tickets").at(1).at("ticket").as_string(), "INC-4");
  std::filesystem::remove(file);
}

TEST(ExplainPages, the_figure_of_a_period_is_derived) {
  const std::vector<std::string> outages{"explain", "network-up", "--period", "2026-03"};
  expect_golden({"explain_period_outages", outages}, network);
  expect_golden({"explain_period_tickets", {"explain", "resolve-p2", "--period", "2026-03"}},
                network);
  auto json = outages;
  json.insert(json.end(), {"--format", "json"});
  expect_golden({"explain_period_json", json}, network);
}

TEST(RefreshPages, what_was_added_is_told_in_both_languages) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("vigie-refresh-" + std::to_string(getpid()) + ".columns");
  const std::string events = "tests/golden/inputs/acme.ndjson";
  ASSERT_EQ(
      run({"export", "events", "--events", events, "--format", "columns", "--out", file.string()},
          100)
          .exit,
      Exit::done);
  const std::vector<std::string> again{"refresh", file.string(), "--events", events};
  const auto english = run(again, 100);
  EXPECT_EQ(english.exit, Exit::done);
  EXPECT_EQ(english.err, file.string() + ": 66 events known, 0 added\n");
  auto french = again;
  french.insert(french.end(), {"--lang", "fr"});
  const auto told = run(french, 100).err;
  EXPECT_EQ(told, file.string() + " : 66 événements connus, 0 ajouté\n");
  std::filesystem::remove(file);
}

TEST(ColumnarFile, gives_the_scorecard_of_its_source_outages_included) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("vigie-network-" + std::to_string(getpid()) + ".columns");
  const std::string events = "tests/golden/inputs/network/events.ndjson";
  const std::vector<std::string> made{"export",   "events",  "--events", events,
                                      "--format", "columns", "--out",    file.string()};
  ASSERT_EQ(run(made, 100).exit, Exit::done);
  auto evaluate = on_network({"evaluate", "--periods"});
  const std::string scorecard = run(evaluate, 100).out;
  EXPECT_NE(scorecard.find("network-up"), std::string::npos);
  std::replace(evaluate.begin(), evaluate.end(), events, file.string());
  EXPECT_EQ(run(evaluate, 100).out, scorecard);
  EXPECT_EQ(run({"refresh", file.string(), "--events", events}, 100).exit, Exit::done);
  EXPECT_EQ(run(evaluate, 100).out, scorecard) << "told again, nothing is new";
  std::filesystem::remove(file);
}

TEST(WhatIfPages, no_line_is_wider_than_its_terminal) {
  for (const int columns : {80, 100, 120}) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"what-if", "--against", "tests/golden/inputs/network/acme-2.yaml"},
             {"what-if", "--sweep", "resolve-p2.within=1h..7h:2h"},
             {"explain", "network-up", "--period", "2026-03"}}) {
      for (const std::string language : {"en", "fr"}) {
        auto asked = on_network(arguments);
        asked.insert(asked.end(), {"--lang", language});
        std::istringstream lines{run(asked, columns).out};
        for (std::string line; std::getline(lines, line);) {
          EXPECT_LE(width_of(line), static_cast<std::size_t>(columns)) << line;
        }
      }
    }
  }
}

}  // namespace
}  // namespace vigie::printed
