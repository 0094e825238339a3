#include "engine/agreement/penalty_preset.h"

#include <initializer_list>

namespace vigie {

namespace {

PenaltyBase all_fees(PriceState price) {
  return {.kind = PenaltyBase::Kind::fee, .name = {}, .minor = 0, .price = price};
}

std::vector<std::string> targets_of(const std::vector<Commitment>& commitments,
                                    std::initializer_list<Metric> metrics) {
  std::vector<std::string> targets;
  for (const Commitment& commitment : commitments) {
    for (const Metric metric : metrics) {
      if (commitment.metric == metric) targets.push_back(commitment.id);
    }
  }
  return targets;
}

/// Under `below` of a thousandth of a percent, and not under the next: `percent` of the base.
struct Tier {
  std::int64_t below = 0;
  std::int64_t percent = 0;
};

/// Tiers from the mildest to the worst, which has no lower end.
Bands tiers(std::initializer_list<Tier> list) {
  constexpr std::int64_t whole = 100'000;
  Bands bands;
  bands.bands.push_back({.from = Ratio{list.begin()->below, whole}, .to = {}, .award = {}});
  for (const Tier* tier = list.begin(); tier != list.end(); ++tier) {
    Band band{
        .from = {}, .to = Ratio{tier->below, whole}, .award = {.share = {tier->percent, 100}}};
    if (tier + 1 != list.end()) band.from = Ratio{(tier + 1)->below, whole};
    bands.bands.insert(bands.bands.begin(), band);
  }
  return bands;
}

PenaltySchedule delivered_late(PriceState price, const std::vector<Commitment>& commitments) {
  PenaltySchedule schedule;
  PenaltyClause& line = schedule.clauses.emplace_back();
  line.id = "late";
  line.targets = targets_of(commitments, {Metric::delivery, Metric::milestone});
  line.measure = PenaltyMeasure::per_event;
  line.base.kind = PenaltyBase::Kind::late_part;
  line.base.price = price;
  line.function = LinearDelay{.divisor = 1000};
  return schedule;
}

PenaltySchedule ccag_tic_2021(const std::vector<Commitment>& commitments) {
  PenaltySchedule schedule = delivered_late(PriceState::initial, commitments);
  Cap& cap = schedule.caps.emplace_back();
  cap.per = CapPer::contract;
  cap.share = {10, 100};
  cap.base.kind = PenaltyBase::Kind::contract;
  schedule.threshold = PenaltyThreshold{.minor = 1'000'00};
  schedule.observation_days = 15;
  return schedule;
}

PenaltySchedule ccag_tic_2009(const std::vector<Commitment>& commitments) {
  PenaltySchedule schedule = delivered_late(PriceState::revised, commitments);
  schedule.threshold = PenaltyThreshold{.minor = 300'00};
  return schedule;
}

/// Credits on the monthly bill by the monthly uptime.
PenaltySchedule cloud(std::initializer_list<Tier> list,
                      const std::vector<Commitment>& commitments) {
  PenaltySchedule schedule;
  PenaltyClause& line = schedule.clauses.emplace_back();
  line.id = "uptime";
  line.targets = targets_of(commitments, {Metric::availability});
  line.nature = PenaltyNature::price_reduction;
  line.base = all_fees(PriceState::invoiced);
  line.function = tiers(list);
  Cap& cap = line.caps.emplace_back();
  cap.share = {1, 1};
  cap.base = line.base;
  return schedule;
}

PenaltySchedule at_risk_pool() {
  PenaltySchedule schedule;
  schedule.at_risk = Ratio{10, 100};
  schedule.at_risk_base = all_fees(PriceState::invoiced);
  return schedule;
}

/// One point for each percent begun under 99 %, four at most, doubled when missed twice in a row.
PenaltySchedule service_points(const std::vector<Commitment>& commitments) {
  PenaltySchedule schedule;
  schedule.precision = Precision{.decimals = 1};
  PenaltyClause& line = schedule.clauses.emplace_back();
  line.id = "kpi";
  line.targets = targets_of(commitments, {Metric::availability});
  line.repeat.kind = RepeatKind::consecutive;
  Bands bands;
  for (std::int64_t points = 4; points >= 0; --points) {
    Band band{.award = {.kind = Award::Kind::points, .points = points}};
    if (points < 4) band.from = Ratio{99 - points, 100};
    if (points > 0) band.to = Ratio{100 - points, 100};
    bands.bands.push_back(band);
  }
  line.function = bands;
  return schedule;
}

PenaltySchedule points_to_percent() {
  PenaltySchedule schedule;
  schedule.points = {{5, {0, 100}},  {10, {2, 100}}, {15, {4, 100}},
                     {20, {6, 100}}, {25, {8, 100}}, {30, {10, 100}}};
  schedule.points_base = all_fees(PriceState::invoiced);
  return schedule;
}

PenaltySchedule schedule_of(PenaltyPreset preset, const std::vector<Commitment>& commitments) {
  switch (preset) {
    case PenaltyPreset::ccag_tic_2021:
      return ccag_tic_2021(commitments);
    case PenaltyPreset::ccag_tic_2009:
      return ccag_tic_2009(commitments);
    case PenaltyPreset::aws_compute_region:
      return cloud({{99'990, 10}, {99'000, 30}, {95'000, 100}}, commitments);
    case PenaltyPreset::aws_compute_optimizer: {
      auto schedule = cloud({{99'900, 10}, {99'000, 25}, {95'000, 100}}, commitments);
      schedule.minimum_payout_minor = 1'01;  // paid above 1 USD
      return schedule;
    }
    case PenaltyPreset::azure_virtual_machines:
      return cloud({{99'990, 10}, {99'000, 25}, {95'000, 100}}, commitments);
    case PenaltyPreset::microsoft_online_2013:
      return cloud({{99'900, 25}, {99'000, 50}, {95'000, 100}}, commitments);
    case PenaltyPreset::google_interconnect:
      return cloud({{99'990, 10}, {99'000, 25}}, commitments);
    case PenaltyPreset::google_bigtable_regions: {
      auto schedule = cloud({{99'999, 10}, {99'000, 25}, {95'000, 50}}, commitments);
      schedule.clauses[0].caps[0].share = {50, 100};
      return schedule;
    }
    case PenaltyPreset::at_risk_pool:
      return at_risk_pool();
    case PenaltyPreset::service_points:
      return service_points(commitments);
    case PenaltyPreset::points_to_percent:
      break;
  }
  return points_to_percent();
}

}  // namespace

PenaltySchedule penalty_preset(PenaltyPreset preset, const std::vector<Commitment>& commitments) {
  PenaltySchedule schedule = schedule_of(preset, commitments);
  schedule.preset = key_of(preset);
  return schedule;
}

}  // namespace vigie
