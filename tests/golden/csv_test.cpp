// Every CSV that the program writes, read with a real reader: each line has the fields of its
// header, and the figures of its lines are those of the other formats.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "notation/stream/csv.h"
#include "printed.h"

namespace vigie::printed {
namespace {

namespace fs = std::filesystem;

using CsvLine = std::map<std::string, std::string>;

/// The lines of a CSV text by title. A line with other fields than its header fails the test.
std::vector<CsvLine> lines_of(const std::string& text, const std::string& name) {
  bool is_given = false;
  CsvReader reader{[&]() -> std::string_view {
                     const std::string_view piece = is_given ? std::string_view{} : text;
                     is_given = true;
                     return piece;
                   },
                   {}};
  std::vector<std::string> titles;
  std::vector<CsvLine> lines;
  CsvRow row;
  while (reader.next(row)) {
    EXPECT_EQ(row.trouble, RowTrouble::none) << name << " line " << row.line << "\n" << text;
    if (row.trouble != RowTrouble::none) continue;
    if (titles.empty()) {
      titles.assign(row.cells.begin(), row.cells.end());
      const std::set<std::string> once{titles.begin(), titles.end()};
      EXPECT_EQ(once.size(), titles.size()) << name << " has a title twice";
      continue;
    }
    CsvLine& line = lines.emplace_back();
    for (std::size_t i = 0; i < titles.size(); ++i) line[titles[i]] = row.cells[i];
  }
  return lines;
}

std::vector<CsvLine> only(std::vector<CsvLine> lines, const std::string& title,
                          const std::string& is) {
  std::erase_if(lines, [&](const CsvLine& line) { return line.at(title) != is; });
  return lines;
}

/// A contract with a comma in its name, tickets, an availability and penalties, whose March was
/// closed before a reopening, a correction and an outage became known.
class EveryCsv : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / ("vigie-csv-" + std::to_string(getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
    write("terms.yaml",
          "id: acme\nbetween: {provider: NOVA, customer: ACME}\nzone: Europe/Paris\n"
          "in_force: {from: 2026-01-01}\ncalendars: {office: {hours: mon-fri 09:00-18:00}}\n"
          "targets:\n"
          "  resolve: {metric: resolution, within: 4h in office, required: 75 % per month}\n"
          "  network-up: {metric: availability, of: Network, hours: always,\n"
          "               required: 99 % per month}\n"
          "penalties: {lines: {late: {on: resolve, per: ticket, flat: 50.00}}}\n");
    write("other.yaml",
          "id: acme\nbetween: {provider: NOVA, customer: ACME}\nzone: Europe/Paris\n"
          "in_force: {from: 2026-01-01}\ncalendars: {office: {hours: mon-fri 09:00-18:00}}\n"
          "targets: {resolve: {metric: resolution, within: 2h in office, required: 75 % per "
          "month}}\n");
    write("events.ndjson", facts);
    ASSERT_EQ(run_in({"close", "--period", "2026-03", "--output", path("closures")},
                     "2026-04-02T09:00:00Z")
                  .exit,
              Exit::done);
    write("events.ndjson", facts + later);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& file) const { return (folder_ / file).string(); }
  void write(const std::string& file, const std::string& text) const {
    std::ofstream{folder_ / file, std::ios::binary} << text;
  }
  printed::Run run_in(std::vector<std::string> arguments, const std::string& at) const {
    arguments.insert(arguments.end(), {"--agreements", path("terms.yaml"), "--events",
                                       path("events.ndjson"), "--as-of", at});
    return run(arguments, 100);
  }
  std::vector<CsvLine> csv_of(std::vector<std::string> arguments) const {
    const std::string name = arguments.front();
    arguments.insert(arguments.end(), {"--format", "csv"});
    const auto ran = run_in(arguments, as_of);
    EXPECT_EQ(ran.exit, Exit::done) << ran.err;
    return lines_of(ran.out, name);
  }
  std::vector<CsvLine> csv_in(const std::string& file) const {
    std::ifstream stream{path(file), std::ios::binary};
    return lines_of({std::istreambuf_iterator<char>{stream}, {}}, file);
  }

  static std::string ticket(const std::string& name, const std::string& day,
                            const std::string& end) {
    const std::string at = R"(", "at": "2026-03-)" + day + "T";
    return R"({"ticket": ")" + name + at + R"(09:00:00+01:00", "event": "opened"})" + "\n" +
           R"({"ticket": ")" + name + at + end + R"(:00+01:00", "event": "resolved"})" + "\n";
  }

  const std::string as_of = "2026-04-30T09:00:00Z";
  const std::string facts =
      ticket("INC-1, the \\\"first\\\"", "03", "12:00") + ticket("INC-2", "04", "17:00") +
      ticket("=INC-3", "05", "12:00") +
      R"({"outage": "OUT-1", "at": "2026-03-10T08:00:00Z", "event": "detected", "of": "Network"})"
      "\n"
      R"({"outage": "OUT-1", "at": "2026-03-10T09:00:00Z", "event": "restored"})"
      "\n";
  const std::string later =
      R"({"ticket": "=INC-3", "at": "2026-04-07T09:00:00+02:00", "event": "reopened"})"
      "\n"
      R"({"ticket": "=INC-3", "at": "2026-04-07T17:00:00+02:00", "event": "resolved"})"
      "\n"
      R"({"ticket": "INC-2", "at": "2026-03-04T12:00:00+01:00", "event": "resolved",)"
      R"( "supersedes": 2, "recorded_at": "2026-04-10T08:00:00Z"})"
      "\n"
      R"({"outage": "OUT-2", "at": "2026-03-20T08:00:00Z", "event": "detected", "of": "Network",)"
      R"( "recorded_at": "2026-04-10T08:00:00Z"})"
      "\n"
      R"({"outage": "OUT-2", "at": "2026-03-20T10:00:00Z", "event": "restored",)"
      R"( "recorded_at": "2026-04-10T08:00:00Z"})"
      "\n";
  fs::path folder_;
};

TEST_F(EveryCsv, a_scorecard_has_the_fields_of_its_header_in_lines_of_every_kind) {
  const auto lines = csv_of({"evaluate", "--closures", path("closures"), "--outlook"});
  std::set<std::string> kinds;
  for (const CsvLine& line : lines) kinds.insert(line.at("record"));
  EXPECT_EQ(kinds, (std::set<std::string>{"period", "total", "regularisation",
                                          "penalty_regularisation", "outlook", "outlook_amount"}));
  EXPECT_EQ(csv_of({"evaluate"}).size(), 8U);
}

TEST_F(EveryCsv, an_availability_has_its_figures) {
  const auto lines = only(csv_of({"evaluate"}), "target", "network-up");
  ASSERT_EQ(lines.size(), 5U);  // January to April, and all of them
  const CsvLine& march = lines[2];
  EXPECT_EQ(march.at("period"), "2026-03");
  EXPECT_EQ(march.at("committed_observed_seconds"), std::to_string((31 * 24 - 1) * 3'600));
  EXPECT_EQ(march.at("committed_down_seconds"), "10800");
  EXPECT_EQ(march.at("committed_rate"), "740/743");
  EXPECT_EQ(march.at("outages"), "2");
  EXPECT_EQ(march.at("longest_seconds"), "7200");
  EXPECT_EQ(march.at("mean_time_to_restore_seconds"), "5400");
  EXPECT_EQ(march.at("mean_time_between_failures_seconds"), std::to_string(370 * 3'600));
  EXPECT_EQ(march.at("raw_down_seconds"), "10800");
  EXPECT_EQ(march.at("gross_down_seconds"), "10800");
  EXPECT_EQ(march.at("claimed_down_seconds"), "10800");
}

TEST_F(EveryCsv, what_moved_in_a_closed_month_is_a_line_with_its_cause_and_both_months) {
  const auto lines = csv_of({"evaluate", "--closures", path("closures")});
  const auto moved = only(lines, "record", "regularisation");
  ASSERT_EQ(moved.size(), 3U);
  EXPECT_EQ(moved[2].at("cause"), "correction");
  EXPECT_EQ(moved[2].at("met"), "1");
  EXPECT_EQ(moved[2].at("missed"), "-1");
  const CsvLine& resolve = moved[1];
  EXPECT_EQ(resolve.at("target"), "resolve");
  EXPECT_EQ(resolve.at("metric"), "resolution");
  EXPECT_EQ(resolve.at("cause"), "reopening");
  EXPECT_EQ(resolve.at("period"), "2026-03");
  EXPECT_EQ(resolve.at("booked_in"), "2026-04");
  EXPECT_EQ(resolve.at("met"), "-1");
  EXPECT_EQ(resolve.at("missed"), "0");
  const CsvLine& network = moved[0];
  EXPECT_EQ(network.at("cause"), "outage");
  EXPECT_EQ(network.at("committed_down_seconds"), "7200");
  EXPECT_EQ(network.at("outages"), "1");
  EXPECT_EQ(network.at("mean_time_to_restore_seconds"), "1800");
}

TEST_F(EveryCsv, a_closed_month_keeps_the_penalties_that_it_was_closed_with) {
  const auto lines = csv_of({"evaluate", "--closures", path("closures")});
  const auto march = only(only(lines, "target", "resolve"), "period", "2026-03");
  ASSERT_FALSE(march.empty());
  EXPECT_EQ(march.front().at("record"), "period");
  EXPECT_EQ(march.front().at("penalty_due"), "50.00");
  const auto amounts = only(lines, "record", "penalty_regularisation");
  ASSERT_EQ(amounts.size(), 1U);
  EXPECT_EQ(amounts.front().at("penalty_due"), "-50.00");
  EXPECT_EQ(amounts.front().at("booked_in"), "2026-04");
  EXPECT_EQ(amounts.front().at("line"), "late");
  EXPECT_EQ(amounts.front().at("ticket"), "INC-2");
}

TEST_F(EveryCsv, the_outlook_says_what_may_still_be_missed_and_what_it_would_cost) {
  const auto lines = csv_of({"evaluate", "--outlook"});
  const auto resolve = only(only(lines, "record", "outlook"), "target", "resolve");
  ASSERT_EQ(resolve.size(), 1U);
  EXPECT_EQ(resolve.front().at("period"), "2026-04");
  EXPECT_EQ(resolve.front().at("measured"), "1");
  EXPECT_EQ(resolve.front().at("required"), "75/100");
  EXPECT_EQ(resolve.front().at("worst_attained"), "false");
  const auto amounts = only(lines, "record", "outlook_amount");
  ASSERT_EQ(amounts.size(), 1U);
  EXPECT_EQ(amounts.front().at("penalty_due"), "50.00");
  EXPECT_EQ(amounts.front().at("best_penalty"), "50.00");
}

TEST_F(EveryCsv, the_other_commands_and_files_have_the_fields_of_their_headers) {
  EXPECT_FALSE(csv_of({"penalties"}).empty());
  EXPECT_FALSE(csv_of({"what-if", "--against", path("other.yaml")}).empty());
  EXPECT_FALSE(csv_of({"what-if", "--sweep", "resolve.within=2h..6h:2h"}).empty());
  const auto ran =
      run_in({"what-if", "--change", "resolve.within=2h", "--flips", path("flips.csv")}, as_of);
  EXPECT_EQ(ran.exit, Exit::done) << ran.err;
  EXPECT_FALSE(csv_in("flips.csv").empty());
  EXPECT_EQ(run_in({"evaluate", "--verdicts", path("verdicts.csv")}, as_of).exit, Exit::done);
  const auto verdicts = csv_in("verdicts.csv");
  ASSERT_EQ(verdicts.size(), 3U);
  EXPECT_EQ(verdicts[0].at("ticket"), "INC-1, the \"first\"");
  EXPECT_EQ(verdicts[2].at("ticket"), "'=INC-3");
}

}  // namespace
}  // namespace vigie::printed
