#include "engine/agreement/check_schedule.h"

#include <gtest/gtest.h>

#include <functional>

#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::chrono::hours;

/// One line on "up", required at 95 %: 5 % of the fee "network" under 90 %, 2 % above, capped.
Agreement sound() {
  Agreement agreement{.id = "acme"};
  agreement.commitments.push_back({.id = "up"});
  agreement.commitments.back().measurement.required = Ratio{95, 100};
  agreement.charges.fees.push_back({.id = "network", .versions = {{.minor = 100'00}}});
  Bands bands{.bands = {{.from = {}, .to = Ratio{90, 100}, .award = {.share = {5, 100}}},
                        {.from = Ratio{90, 100}, .to = {}, .award = {.share = {2, 100}}}}};
  agreement.penalties.emplace();
  PenaltyClause& line = agreement.penalties->clauses.emplace_back();
  line.id = "line";
  line.targets = {"up"};
  line.base = {.kind = PenaltyBase::Kind::fee, .name = "network"};
  line.function = bands;
  line.caps.push_back({.kind = Cap::Kind::amount, .minor = 10'00});
  return agreement;
}

using Change = std::function<void(Agreement&, PenaltySchedule&, PenaltyClause&)>;

ScheduleCheck check_changed(const Change& change) {
  Agreement agreement = sound();
  change(agreement, *agreement.penalties, agreement.penalties->clauses[0]);
  return check_schedule(agreement);
}

Bands& bands_of(PenaltyClause& line) { return std::get<Bands>(line.function); }

TEST(CheckSchedule, a_sound_schedule_has_no_fault) {
  const ScheduleCheck check = check_schedule(sound());
  EXPECT_TRUE(check.faults.empty());
  EXPECT_TRUE(check.warnings.empty());
  EXPECT_TRUE(check_schedule(Agreement{}).faults.empty());
}

TEST(CheckSchedule, each_fault_is_told_with_a_cure_and_in_both_languages) {
  using enum FaultCode;
  using A = Agreement&;
  using S = PenaltySchedule&;
  using C = PenaltyClause&;
  const std::vector<std::pair<FaultCode, Change>> changes{
      {bands_gap, [](A, S, C c) { bands_of(c).bands[0].to = Ratio{89, 100}; }},
      {bands_overlap, [](A, S, C c) { bands_of(c).bands[0].to = Ratio{91, 100}; }},
      {bands_overlap, [](A, S, C c) { bands_of(c).bands[0].to.reset(); }},
      {band_empty,
       [](A, S, C c) {
         bands_of(c).bands = {{.from = Ratio{9, 10}, .to = Ratio{9, 10}, .award = {}}};
       }},
      {penalty_target_unknown, [](A, S, C c) { c.targets = {"upp"}; }},
      {penalty_without_target, [](A, S, C c) { c.targets.clear(); }},
      {fee_unknown, [](A, S, C c) { c.base.name = "netwrk"; }},
      {fee_unknown, [](A a, S, C) { a.charges.fees.clear(); }},
      {order_unknown, [](A, S, C c) { c.base = {PenaltyBase::Kind::order, "BC-1"}; }},
      {order_unknown, [](A, S, C c) { c.base = {PenaltyBase::Kind::late_part, "BC-1"}; }},
      {contract_without_amount, [](A, S, C c) { c.base = {PenaltyBase::Kind::contract}; }},
      {contract_without_amount, [](A, S, C c) { c.base = {PenaltyBase::Kind::late_part}; }},
      {function_without_measure, [](A, S, C c) { c.measure = PenaltyMeasure::per_event; }},
      {function_without_measure,
       [](A a, S, C c) {
         a.charges.contract_minor = 1;
         c.function = LinearDelay{};
       }},
      {function_without_measure, [](A, S, C c) { c.measure = PenaltyMeasure::per_slice; }},
      {target_requires_nothing,
       [](A a, S, C c) {
         a.commitments[0].measurement.required.reset();
         c.function = Shortfall{};
       }},
      {target_requires_nothing,
       [](A a, S, C c) {
         a.commitments[0].measurement.required.reset();
         c.function = Flat{};
       }},
      {pool_unknown, [](A, S, C c) { c.pool = "operations", c.allocation = {1, 2}; }},
      {cap_without_end, [](A, S s, C c) { s.caps = {{.per = CapPer::contract, .base = c.base}}; }},
      {repeat_without_end,
       [](A, S, C c) { c.repeat = {.kind = RepeatKind::consecutive, .compound = true}; }},
      {rolling_without_precision,
       [](A, S, C c) { c.measure = PenaltyMeasure::rolling, c.rolling = 3; }},
  };
  for (const auto& [code, change] : changes) {
    const ScheduleCheck check = check_changed(change);
    ASSERT_EQ(check.faults.size(), 1U) << key_of(code);
    const Fault& fault = check.faults[0];
    EXPECT_EQ(fault.code, code) << message_of(fault, Language::en);
    EXPECT_FALSE(fault.cures.empty()) << key_of(code);
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_EQ(message_of(fault, language).find("{line}"), std::string::npos);
      EXPECT_EQ(message_of(fault, language).find("{where}"), std::string::npos);
    }
  }
}

TEST(CheckSchedule, allocations_of_a_pool_come_to_100_percent_at_most) {
  const auto allocated = [](std::int64_t percent) {
    return check_changed([percent](Agreement&, PenaltySchedule& s, PenaltyClause& c) {
      s.at_risk = Ratio{1, 10};
      s.at_risk_base = c.base;
      s.pools = {{.name = "operations", .share = {1, 2}}};
      c.pool = "operations";
      c.allocation = {60, 100};
      s.clauses.push_back(c);
      s.clauses.back().allocation = {percent, 100};
    });
  };
  EXPECT_TRUE(allocated(40).faults.empty());
  ASSERT_EQ(allocated(41).faults.size(), 1U);
  EXPECT_EQ(allocated(41).faults[0].code, FaultCode::pool_over_100);
  EXPECT_EQ(allocated(0).warnings.at(0).code, WarningCode::allocation_missing);
}

/// Bands written 98.0 to 98.9 beside 99.0.
ScheduleCheck motley(std::optional<Precision> precision, Ratio upper) {
  return check_changed([&](Agreement&, PenaltySchedule& s, PenaltyClause& c) {
    s.precision = precision;
    bands_of(c).bands = {{.from = {}, .to = Ratio{98, 100}, .award = {.share = {5, 100}}},
                         {.from = Ratio{98, 100}, .to = upper, .award = {.share = {2, 100}}},
                         {.from = Ratio{99, 100}, .to = {}, .award = {}}};
  });
}

TEST(CheckSchedule, a_gap_shows_its_two_bands_and_both_cures) {
  const ScheduleCheck exact = motley({}, Ratio{989, 1000});
  ASSERT_EQ(exact.faults.size(), 1U);
  const Fault& gap = exact.faults[0];
  EXPECT_EQ(message_of(gap, Language::en),
            "the bands of \"line\" leave a gap from 98.9 % to 99 %: {from: 98 %, to: 98.9 %} and "
            "{from: 99 %}");
  ASSERT_EQ(gap.cures.size(), 2U);
  EXPECT_EQ(gap.cures[0].write, "{from: 98 %, to: 99 %}");
  EXPECT_EQ(gap.cures[0].means, CureWord::upper_end_excluded);
  EXPECT_EQ(gap.cures[1].write, "precision: 1 decimal");
  EXPECT_EQ(gap.cures[1].means, CureWord::rates_rounded_first);
}

TEST(CheckSchedule, at_one_decimal_the_bands_touch_and_a_wider_gap_does_not) {
  EXPECT_TRUE(motley(Precision{.decimals = 1}, Ratio{99, 100}).faults.empty());
  const ScheduleCheck wider = motley(Precision{.decimals = 1}, Ratio{985, 1000});
  ASSERT_EQ(wider.faults.size(), 1U);
  ASSERT_EQ(wider.faults[0].cures.size(), 1U);
  EXPECT_EQ(wider.faults[0].cures[0].write, "{from: 98 %, to: 98.9 %}");
  EXPECT_EQ(wider.faults[0].cures[0].means, CureWord::upper_end_included);
}

TEST(CheckSchedule, bands_that_stop_before_the_worst_figure_are_pointed_out) {
  const ScheduleCheck check = check_changed([](Agreement&, PenaltySchedule&, PenaltyClause& c) {
    bands_of(c).bands[0].from = Ratio{80, 100};
  });
  ASSERT_EQ(check.warnings.size(), 1U);
  EXPECT_EQ(check.warnings[0].code, WarningCode::bands_end_early);
  const ScheduleCheck overrun = check_changed([](Agreement&, PenaltySchedule&, PenaltyClause& c) {
    c.function = Bands{.axis = Bands::Axis::overrun_hours,
                       .bands = {{.from = {}, .to = Ratio{4, 1}, .award = {}}}};
  });
  EXPECT_EQ(overrun.warnings.at(0).code, WarningCode::bands_end_early);
  EXPECT_EQ(overrun.warnings[0].arguments[1].second, "4h");
}

TEST(CheckSchedule, a_penalty_that_nothing_limits_is_pointed_out) {
  const ScheduleCheck check =
      check_changed([](Agreement&, PenaltySchedule&, PenaltyClause& c) { c.caps.clear(); });
  ASSERT_EQ(check.warnings.size(), 1U);
  EXPECT_EQ(check.warnings[0].code, WarningCode::penalty_without_cap);
}

TEST(CheckSchedule, a_multiplier_that_compounds_reaches_its_highest_while_it_is_exact) {
  const auto faults = [](Ratio multiplier, Ratio at_most) {
    return check_changed([&](Agreement&, PenaltySchedule&, PenaltyClause& c) {
             c.repeat = {.kind = RepeatKind::consecutive,
                         .multiplier = multiplier,
                         .compound = true,
                         .at_most = at_most};
           })
        .faults.size();
  };
  EXPECT_EQ(faults({2, 1}, {8, 1}), 0U);
  EXPECT_EQ(faults({11, 10}, {3, 1}), 0U);    // 1.1 twelve times
  EXPECT_EQ(faults({101, 100}, {2, 1}), 1U);  // 1.01 seventy times
}

}  // namespace
}  // namespace vigie
