// The public incident log UCI 498 under the two promises of docs/examples/uci. The expected figures
// were computed by other means; they are facts about the log, which is not part of the project.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "connector/import.h"
#include "connector/zone_folder.h"
#include "engine/compliance/other_terms.h"
#include "engine/compliance/what_if.h"
#include "notation/agreement.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

const char* const incident_log = "../shared/data/uci-incident-log/incident_event_log.csv.zst";

struct Counted {
  std::int64_t met;
  std::int64_t measured;
  friend bool operator==(const Counted&, const Counted&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Counted& counted) {
    return out << counted.met << "/" << counted.measured;
  }
};
using Months = std::map<std::string, Counted>;

/// What one run gives: the log is read once for the whole program.
class IncidentLog : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(incident_log)) return;
    const ProfileRead profile = profile_in("docs/examples/uci/servicenow.yaml");
    std::istringstream none;
    import_ = std::make_unique<Import>(import_events({.path = incident_log,
                                                      .profile = &profile.profile.value(),
                                                      .standard_input = none,
                                                      .zones = zones_},
                                                     names_));
  }
  void SetUp() override {
    if (import_ == nullptr) {
      GTEST_SKIP() << "the incident log is not beside the project: " << incident_log;
    }
    ASSERT_TRUE(import_->faults.empty());
  }

  static Evaluation judge(const std::string& agreement, const std::string& p12_calendar = "") {
    std::ifstream file{agreement};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!p12_calendar.empty()) {
      for (std::size_t at = text.find("in always"); at != std::string::npos;
           at = text.find("in always")) {
        text.replace(at, 9, "in " + p12_calendar);
      }
    }
    auto read = read_agreement(text, agreement, names_);
    auto made = Terms::from({read.agreement.value()}, zones_, names_);
    EXPECT_TRUE(made.faults.empty());
    return evaluate({.terms = made.terms,
                     .histories = import_->histories,
                     .names = names_,
                     .as_of = *import_->histories.last_event(),
                     .keep_verdicts = true});
  }

  static Counted total_of(const Evaluation& evaluation, std::size_t target) {
    const Tally& total = evaluation.targets.at(target).total;
    return {total.met, total.measured()};
  }

  static Months months_of(const Evaluation& evaluation) {
    Months months;
    for (const TargetResult& target : evaluation.targets) {
      for (const Attainment& month : target.periods) {
        Counted& counted = months.emplace(month.period, Counted{0, 0}).first->second;
        counted.met += month.net_agreed.met;
        counted.measured += month.net_agreed.measured();
      }
    }
    return months;
  }

  static std::int64_t elapsed_seconds(const Evaluation& evaluation, std::uint32_t target) {
    Duration sum{};
    for (const Judgement& judgement : evaluation.verdicts) {
      if (judgement.commitment == target && judgement.reading.stopped_at) {
        sum += judgement.reading.elapsed;
      }
    }
    return std::chrono::duration_cast<std::chrono::seconds>(sum).count();
  }

  static inline Names names_;
  static inline ZoneFolder zones_{ZoneFolder::of_system};
  static inline std::unique_ptr<Import> import_;
};

TEST_F(IncidentLog, without_any_pause_gives_the_totals_and_the_months) {
  const Evaluation evaluation = judge("docs/examples/uci/a1.yaml");
  EXPECT_EQ(total_of(evaluation, 0), (Counted{39, 270}));
  EXPECT_EQ(total_of(evaluation, 1), (Counted{119, 408}));
  EXPECT_EQ(total_of(evaluation, 2), (Counted{14729, 22010}));
  EXPECT_EQ(total_of(evaluation, 3), (Counted{494, 674}));
  const Months expected = {
      {"2016-02", {34, 36}},     {"2016-03", {4221, 6878}}, {"2016-04", {5456, 7794}},
      {"2016-05", {5435, 7150}}, {"2016-06", {84, 875}},    {"2016-07", {9, 140}},
      {"2016-08", {6, 75}},      {"2016-09", {5, 50}},      {"2016-10", {7, 79}},
      {"2016-11", {17, 62}},     {"2016-12", {20, 54}},     {"2017-01", {47, 82}},
      {"2017-02", {40, 87}},
  };
  EXPECT_EQ(months_of(evaluation), expected);
}

TEST_F(IncidentLog, with_every_wait_left_out_gives_the_totals_and_the_months) {
  const Evaluation evaluation = judge("docs/examples/uci/a3.yaml");
  EXPECT_EQ(total_of(evaluation, 0), (Counted{59, 270}));
  EXPECT_EQ(total_of(evaluation, 1), (Counted{138, 408}));
  EXPECT_EQ(total_of(evaluation, 2), (Counted{16826, 22010}));
  EXPECT_EQ(total_of(evaluation, 3), (Counted{592, 674}));
  const Months expected = {
      {"2016-02", {34, 36}},     {"2016-03", {5029, 6878}}, {"2016-04", {6169, 7794}},
      {"2016-05", {5901, 7150}}, {"2016-06", {244, 875}},   {"2016-07", {36, 140}},
      {"2016-08", {20, 75}},     {"2016-09", {7, 50}},      {"2016-10", {15, 79}},
      {"2016-11", {24, 62}},     {"2016-12", {31, 54}},     {"2017-01", {56, 82}},
      {"2017-02", {49, 87}},
  };
  EXPECT_EQ(months_of(evaluation), expected);
}

TEST_F(IncidentLog, elapsed_times_sum_to_the_second_on_both_calendars) {
  const Evaluation around_the_clock = judge("docs/examples/uci/a1.yaml");
  const Evaluation in_office = judge("docs/examples/uci/a1.yaml", "office");
  EXPECT_EQ(elapsed_seconds(around_the_clock, 0), 258'540'060);
  EXPECT_EQ(elapsed_seconds(around_the_clock, 1), 223'823'880);
  EXPECT_EQ(elapsed_seconds(in_office, 0), 74'606'580);
  EXPECT_EQ(elapsed_seconds(in_office, 1), 64'311'600);
  EXPECT_EQ(elapsed_seconds(in_office, 2), 3'989'360'340);
  EXPECT_EQ(elapsed_seconds(in_office, 3), 200'097'300);
}

TEST_F(IncidentLog, sixteen_hours_from_mid_april_flip_what_was_opened_since_and_took_longer) {
  std::ifstream file{"docs/examples/uci/a3.yaml"};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  const auto read = read_agreement(text, "a3.yaml", names_);
  const std::vector<Agreement> old{read.agreement.value()};
  const CivilDay from = std::chrono::local_days{std::chrono::year{2016} / 4 / 15};
  const TermChange change{"resolve-p3", TermChange::WithinOf{std::chrono::hours{16}}};
  const auto judged = [&](std::vector<Agreement> agreements, std::vector<BriefVerdict>& brief,
                          Terms& terms) {
    terms = Terms::from(std::move(agreements), zones_, names_).terms;
    return evaluate({.terms = terms,
                     .histories = import_->histories,
                     .names = names_,
                     .as_of = *import_->histories.last_event(),
                     .keep_verdicts = true},
                    {}, &brief);
  };
  Terms terms_before;
  Terms terms_after;
  std::vector<BriefVerdict> brief_before;
  std::vector<BriefVerdict> brief_after;
  const Evaluation before = judged(old, brief_before, terms_before);
  const Evaluation after = judged(changed(old, change, from), brief_after, terms_after);
  const WhatIf found =
      compare_terms({terms_before, before, brief_before}, {terms_after, after, brief_after});
  const Instant start = zones_.find("Europe/Paris")->instant_of_edge(CivilTime{from});
  std::size_t expected = 0;
  for (const Judgement& judgement : before.verdicts) {
    const bool is_touched = judgement.commitment == 2 && judgement.verdict == Verdict::met &&
                            judgement.opened_at >= start;
    expected += is_touched && judgement.reading.elapsed > std::chrono::hours{16} ? 1 : 0;
  }
  EXPECT_EQ(found.flips.size(), expected);
  EXPECT_EQ(expected, 449U);
  for (const PeriodDifference& period : found.targets.at(2).periods) {
    const bool stays =
        period.period < "2016-04" || period.period == "2016-09" || period.period == "2016-11";
    EXPECT_EQ(period.moves(), !stays) << period.period;
  }
}

TEST_F(IncidentLog, findings_say_what_the_log_hides) {
  Findings findings = import_->findings;
  const Evaluation evaluation = judge("docs/examples/uci/a1.yaml");
  findings.absorb(evaluation.findings);
  EXPECT_EQ(import_->rows, 141'712U);
  EXPECT_EQ(evaluation.tickets, 24'918U);
  EXPECT_EQ(findings.of(FindingCode::closed_unresolved).count, 1556U);
  EXPECT_EQ(findings.of(FindingCode::stamp_in_gap).count, 29U);
  EXPECT_EQ(findings.of(FindingCode::reordered).count, 1U);
  std::int64_t not_measurable = 0;
  for (const TargetResult& target : evaluation.targets) {
    not_measurable += target.total.not_measurable;
  }
  EXPECT_EQ(not_measurable, 1556);
}

}  // namespace
}  // namespace vigie
