#include "notation/money/penalty_reader.h"

#include <gtest/gtest.h>

#include "notation/agreement.h"
#include "notation/money/bands.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

constexpr std::string_view acme = R"(
id: acme
in_force: {from: 2026-01-01}
zone: Europe/Paris
targets:
  respond-p1: {metric: response, within: 15 min in always, required: 95 % per month}
  deliver: {metric: delivery, within: by end of promised}
charges:
  contract: 500000.00
  fees:
    network:
      of: service Network
      amount: 48000.00 per month
      revised: [{from: 2027-01-01, amount: 49000.00, index: SYNTEC}]
      invoiced: {2026-11: 47500.00}
  orders:
    BC-12: {lot: 1, amount: 50000.00, ceiling: 60000.00, parts: {DEL-7: 12000.00}}
penalties:
  base: fee network
  precision: 1 decimal
  lines:
    response-p1:
      on: [respond-p1]
      bands:
        - {from: 95.0 %, credit: 0 %}
        - {from: 90.0 %, to: 94.9 %, credit: 5 %}
        - {to: 89.9 %, credit: 10 %}
      repeat: consecutive x 2
      cap: 15 %
    late: {on: deliver, delay: 1/1000 per calendar day, base: late part}
    gtr: {on: respond-p1, each: 150.00 per started hour, free: 30 min}
  caps: [15 % of fee network revised per month, 7 lines per month]
  threshold: {amount: 1000.00}
  split: {Alpha: 60, Beta: 40}
)";

Agreement read_acme() {
  Names names;
  const auto read = read_agreement(acme, "acme.yaml", names);
  for (const auto& fault : read.faults) ADD_FAILURE() << message_of(fault, Language::en);
  return read.agreement.value_or(Agreement{});
}

TEST(PenaltyReader, charges_are_whole_minor_units) {
  const auto charges = read_acme().charges;
  EXPECT_EQ(charges.contract_minor, 50'000'000);
  ASSERT_EQ(charges.fees.size(), 1U);
  const Fee& network = charges.fees.front();
  EXPECT_EQ(network.of, FeeOf::service);
  EXPECT_EQ(network.name, "Network");
  ASSERT_EQ(network.versions.size(), 2U);
  EXPECT_EQ(network.versions[0].minor, 4'800'000);
  EXPECT_EQ(network.versions[0].state, PriceState::initial);
  EXPECT_EQ(network.versions[1].minor, 4'900'000);
  EXPECT_EQ(network.versions[1].state, PriceState::revised);
  EXPECT_EQ(network.invoiced.at("2026-11"), 4'750'000);
  EXPECT_EQ(charges.orders.front().parts.at("DEL-7"), 1'200'000);
}

TEST(PenaltyReader, bands_closed_at_a_decimal_meet_at_the_next_one) {
  const auto schedule = *read_acme().penalties;
  const auto& bands = std::get<Bands>(schedule.clauses.front().function).bands;
  ASSERT_EQ(bands.size(), 3U);
  EXPECT_FALSE(bands[0].from);
  EXPECT_EQ(*bands[0].to, (Ratio{90, 100}));
  EXPECT_EQ(*bands[1].from, (Ratio{90, 100}));
  EXPECT_EQ(*bands[1].to, (Ratio{95, 100}));
  EXPECT_EQ(*bands[2].from, (Ratio{95, 100}));
  EXPECT_FALSE(bands[2].to);
  const auto axis = Bands::Axis::rate;
  EXPECT_EQ(band_end_text({95, 100}, true, axis, schedule.precision), "94.9 %");
  EXPECT_EQ(band_end_text({95, 100}, false, axis, schedule.precision), "95.0 %");
  EXPECT_EQ(band_end_text({95, 100}, true, axis, {}), "95 %");
}

TEST(PenaltyReader, lines_take_the_base_of_the_schedule_and_the_measure_of_their_function) {
  const auto schedule = *read_acme().penalties;
  const auto& [response, late, gtr] =
      std::tie(schedule.clauses[0], schedule.clauses[1], schedule.clauses[2]);
  EXPECT_EQ(response.base.name, "network");
  EXPECT_EQ(response.measure, PenaltyMeasure::per_period);
  EXPECT_EQ(response.repeat.kind, RepeatKind::consecutive);
  ASSERT_EQ(response.caps.size(), 1U);
  EXPECT_EQ(response.caps.front().per, CapPer::level);
  EXPECT_EQ(response.caps.front().base.name, "network");
  EXPECT_EQ(late.base.kind, PenaltyBase::Kind::late_part);
  EXPECT_EQ(late.measure, PenaltyMeasure::per_event);
  const auto& unit = std::get<PerUnit>(gtr.function);
  EXPECT_EQ(unit.each.minor, 15'000);
  EXPECT_EQ(unit.free, std::chrono::minutes{30});
  ASSERT_EQ(schedule.caps.size(), 2U);
  EXPECT_EQ(schedule.caps[0].base.price, PriceState::revised);
  EXPECT_EQ(schedule.caps[1].lines, 7);
  EXPECT_EQ(schedule.threshold->per, CapPer::contract);
  EXPECT_EQ(schedule.co_contractors.size(), 2U);
}

}  // namespace
}  // namespace vigie
