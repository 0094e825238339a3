#include "engine/agreement/penalty_preset.h"

#include <gtest/gtest.h>

#include "engine/agreement/check_schedule.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

/// An agreement with what the presets speak of: availability, deliveries, fees, an amount.
Agreement agreement_with(PenaltyPreset preset) {
  Agreement agreement{.id = "acme"};
  agreement.commitments.push_back({.id = "up", .metric = Metric::availability});
  agreement.commitments.push_back({.id = "deliver", .metric = Metric::delivery});
  agreement.commitments.push_back({.id = "resolve", .metric = Metric::resolution});
  agreement.charges.contract_minor = 500'000'00;
  agreement.charges.fees.push_back({.id = "cloud", .versions = {{.minor = 1'000'00}}});
  agreement.penalties = penalty_preset(preset, agreement.commitments);
  return agreement;
}

std::vector<PenaltyPreset> all_presets() {
  std::vector<PenaltyPreset> presets;
  for (std::size_t i = 0; i < std::size(Vocabulary<PenaltyPreset>::words); ++i) {
    presets.push_back(static_cast<PenaltyPreset>(i));
  }
  return presets;
}

TEST(PenaltyPreset, every_preset_is_a_sound_schedule_under_its_own_name) {
  for (const PenaltyPreset preset : all_presets()) {
    const Agreement agreement = agreement_with(preset);
    EXPECT_EQ(agreement.penalties->preset, key_of(preset));
    for (const Fault& fault : check_schedule(agreement).faults) {
      ADD_FAILURE() << key_of(preset) << ": " << message_of(fault, Language::en);
    }
  }
}

TEST(PenaltyPreset, only_the_public_procurement_of_2009_has_no_cap) {
  for (const PenaltyPreset preset : all_presets()) {
    const auto warnings = check_schedule(agreement_with(preset)).warnings;
    const std::size_t expected = preset == PenaltyPreset::ccag_tic_2009 ? 1 : 0;
    ASSERT_EQ(warnings.size(), expected) << key_of(preset);
    for (const Warning& warning : warnings) {
      EXPECT_EQ(warning.code, WarningCode::penalty_without_cap);
    }
  }
}

/// The share that a tier gives at a rate of hundred-thousandths.
std::int64_t percent_at(PenaltyPreset preset, std::int64_t rate) {
  const Agreement agreement = agreement_with(preset);
  const auto& clause = agreement.penalties->clauses.at(0);
  for (const Band& band : std::get<Bands>(clause.function).bands) {
    const Ratio at{rate, 100'000};
    if (band.from && compare(at, *band.from) < 0) continue;
    if (band.to && compare(at, *band.to) >= 0) continue;
    return band.award.share.numerator * 100 / band.award.share.denominator;
  }
  return -1;
}

TEST(PenaltyPreset, tiers_of_clouds_are_the_published_ones) {
  using enum PenaltyPreset;
  struct Row {
    PenaltyPreset preset;
    std::int64_t rate;
    std::int64_t percent;
  };
  for (const Row& row : {Row{aws_compute_region, 99'990, 0},
                         {aws_compute_region, 99'989, 10},
                         {aws_compute_region, 99'000, 10},
                         {aws_compute_region, 98'999, 30},
                         {aws_compute_region, 94'999, 100},
                         {aws_compute_optimizer, 99'900, 0},
                         {aws_compute_optimizer, 98'000, 25},
                         {azure_virtual_machines, 98'999, 25},
                         {azure_virtual_machines, 94'999, 100},
                         {microsoft_online_2013, 99'899, 25},
                         {microsoft_online_2013, 98'999, 50},
                         {google_interconnect, 99'000, 10},
                         {google_interconnect, 50'000, 25},
                         {google_bigtable_regions, 99'998, 10},
                         {google_bigtable_regions, 94'999, 50}}) {
    EXPECT_EQ(percent_at(row.preset, row.rate), row.percent)
        << key_of(row.preset) << " at " << row.rate;
  }
}

TEST(PenaltyPreset, a_preset_is_on_the_targets_of_its_metric) {
  const Agreement public_one = agreement_with(PenaltyPreset::ccag_tic_2021);
  EXPECT_EQ(public_one.penalties->clauses[0].targets, std::vector<std::string>{"deliver"});
  const Agreement cloud = agreement_with(PenaltyPreset::azure_virtual_machines);
  EXPECT_EQ(cloud.penalties->clauses[0].targets, std::vector<std::string>{"up"});
}

}  // namespace
}  // namespace vigie
