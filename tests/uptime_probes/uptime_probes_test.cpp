// Public observations of an uptime monitor under the two agreements of docs/examples/uptime. The
// expected figures were computed by other means and stand in a page beside the data, which is not
// part of the project.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>

#include "connector/import.h"
#include "connector/zone_folder.h"
#include "engine/compliance/evaluate.h"
#include "notation/agreement.h"

namespace vigie {
namespace {

const char* const observations = "../shared/data/uptime-probes/uptime_events.tsv.zst";
const char* const expected_page = "../shared/data/uptime-probes/EXPECTED.md";

/// A percentage at four decimals, without the zeros at its end: as the page writes it.
std::string percent_of(Ratio rate) {
  const auto units = percent_units(rate, 4, Rounding::half_up);
  auto decimals = std::to_string(10'000 + units % 10'000).substr(1);
  while (decimals.size() > 1 && decimals.back() == '0') decimals.pop_back();
  return std::to_string(units / 10'000) + "." + decimals;
}

std::string seconds_of(Duration length) {
  EXPECT_EQ(length.count() % 1'000'000, 0);
  return std::to_string(length.count() / 1'000'000);
}

class UptimeProbes : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(observations) || !std::filesystem::exists(expected_page)) {
      GTEST_SKIP() << "the observations are not beside the project: " << observations;
    }
    const ProfileRead profile = profile_in("docs/examples/uptime/upptime.yaml");
    ASSERT_TRUE(profile.profile);
    std::istringstream none;
    import_ = import_events({.path = observations,
                             .profile = &*profile.profile,
                             .standard_input = none,
                             .zones = zones_},
                            names_);
    ASSERT_TRUE(import_.faults.empty());
    ASSERT_EQ(import_.rows, 2287U);
    always_ = judge("docs/examples/uptime/day-and-night.yaml");
    outside_ = judge("docs/examples/uptime/night-maintenance.yaml");
  }

  struct Judged {
    Terms terms;
    Evaluation evaluation;
  };

  Judged judge(const std::string& agreement) {
    std::ifstream file{agreement};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    auto read = read_agreement(text, agreement, names_);
    EXPECT_TRUE(read.agreement);
    auto made = Terms::from({*std::move(read.agreement)}, zones_, names_);
    EXPECT_TRUE(made.faults.empty());
    Judged judged{.terms = std::move(made.terms), .evaluation = {}};
    judged.evaluation = evaluate({.terms = judged.terms,
                                  .histories = import_.histories,
                                  .names = names_,
                                  .as_of = *import_.outages.last_event(),
                                  .outages = &import_.outages});
    return judged;
  }

  const TargetResult& result_of(const Judged& judged, const std::string& site) const {
    const auto of = names_.find<AttributeValue>(site);
    for (const TargetResult& result : judged.evaluation.targets) {
      const auto& rules =
          judged.terms.commitment({result.agreement, result.commitment}).availability;
      if (rules.of.size() == 1 && rules.of.front() == of) return result;
    }
    ADD_FAILURE() << "no target is about " << site;
    return judged.evaluation.targets.front();
  }

  static AvailabilityFigure month_of(const TargetResult& result, const std::string& month) {
    for (const Attainment& period : result.periods) {
      if (period.period == month) return period.availability->committed;
    }
    ADD_FAILURE() << "no month " << month;
    return {};
  }

  ZoneFolder zones_;
  Names names_;
  Import import_;
  Judged always_;
  Judged outside_;
};

const std::regex site_line{
    R"(- (\S+): outages (\d+), down (\d+) s, availability (\S+) %, longest (\d+) s)"};
const std::regex month_line{R"( +- (\S+): observed (\d+) s, down (\d+) s = (\S+) %; )"
                            R"(outside maintenance (\d+) / (\d+) s = (\S+) %)"};

TEST_F(UptimeProbes, give_every_figure_of_the_page_exactly) {
  std::ifstream page{expected_page};
  std::string site;
  std::smatch figures;
  int sites = 0;
  int months = 0;
  for (std::string line; std::getline(page, line);) {
    SCOPED_TRACE(line);
    if (std::regex_match(line, figures, site_line)) {
      ++sites;
      site = figures[1];
      const Availability& all = *result_of(always_, site).availability;
      EXPECT_EQ(std::to_string(all.outages), figures[2]);
      EXPECT_EQ(seconds_of(all.committed.down), figures[3]);
      EXPECT_EQ(percent_of(*all.committed.up_share), figures[4]);
      EXPECT_EQ(seconds_of(all.longest), figures[5]);
      EXPECT_EQ(all.committed.down, all.raw.down);
    } else if (std::regex_match(line, figures, month_line)) {
      ++months;
      const auto whole = month_of(result_of(always_, site), figures[1]);
      EXPECT_EQ(seconds_of(whole.observed), figures[2]);
      EXPECT_EQ(seconds_of(whole.down), figures[3]);
      EXPECT_EQ(percent_of(*whole.up_share), figures[4]);
      const auto outside = month_of(result_of(outside_, site), figures[1]);
      EXPECT_EQ(seconds_of(outside.observed), figures[5]);
      EXPECT_EQ(seconds_of(outside.down), figures[6]);
      EXPECT_EQ(percent_of(*outside.up_share), figures[7]);
    }
  }
  EXPECT_EQ(sites, 3);
  EXPECT_EQ(months, 18);
}

TEST_F(UptimeProbes, sum_to_the_same_by_month_and_in_all) {
  for (const Judged* judged : {&always_, &outside_}) {
    for (const TargetResult& result : judged->evaluation.targets) {
      Duration observed{};
      Duration down{};
      for (const Attainment& period : result.periods) {
        observed += period.availability->committed.observed;
        down += period.availability->committed.down;
      }
      EXPECT_EQ(observed, result.availability->committed.observed);
      EXPECT_EQ(down, result.availability->committed.down);
    }
  }
}

}  // namespace
}  // namespace vigie
