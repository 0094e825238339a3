#include "notation/money/money_writer.h"
#include "notation/agreement_places_for_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

#include "notation/agreement.h"
#include "notation/agreement_writer.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Charges and schedules that only a machine would write: every clause at random.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}

  Charges charges();
  PenaltySchedule schedule();

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool flip() { return below(2) == 0; }
  template <class List>
  List word() {
    return static_cast<List>(below(static_cast<std::uint32_t>(std::size(Vocabulary<List>::words))));
  }
  std::int64_t minor() { return std::int64_t{below(2'000'000'000)} * (1 + below(1000)); }
  Ratio share() { return {below(10'001), 10'000}; }
  Ratio factor() { return {1 + below(40), 1 + below(8)}; }
  CivilDay day() {
    return CivilDay{std::chrono::local_days{std::chrono::year{2020} / 1 / 1}} +
           std::chrono::days{below(4000)};
  }
  std::string text() {
    const std::vector<std::string> some{"NOVA", "a, b", "no", "é", "012", "# x", "it's \"x\""};
    return some[below(static_cast<std::uint32_t>(some.size()))];
  }
  Fee fee(const std::string& id);
  Order order(const std::string& id);
  Award award();
  PenaltyBase base();
  Cap cap();
  Bands bands(const std::optional<Precision>& precision);
  PenaltyFunction function(const std::optional<Precision>& precision);
  RepeatRule repeat();
  PenaltyClause clause(const std::string& id, const std::optional<Precision>& precision);

  std::mt19937 random_;
};

Fee Draw::fee(const std::string& id) {
  Fee fee{.id = id, .label = text(), .of = word<FeeOf>()};
  if (fee.of != FeeOf::contract) fee.name = text();
  const PeriodKind kinds[] = {PeriodKind::month, PeriodKind::quarter, PeriodKind::contract_month};
  const char* names[] = {"2026-11", "2026-Q4", "2026-02-15"};
  const auto kind = below(3);
  fee.per = kinds[kind];
  if (flip()) fee.invoiced[names[kind]] = minor();
  fee.billing = word<Billing>();
  fee.part = word<ContractPart>();
  const CivilDay first{std::chrono::local_days{std::chrono::year{2020} / 1 / 1}};
  fee.versions.push_back({first, PriceState::initial, minor(), {}});
  for (auto n = below(3); n > 0; --n) {
    const auto from = fee.versions.back().from + std::chrono::days{1 + below(400)};
    fee.versions.push_back({from, PriceState::revised, minor(), flip() ? "SYNTEC" : ""});
  }
  return fee;
}

Order Draw::order(const std::string& id) {
  Order order{.id = id, .lot = text(), .tranche = text(), .minor = minor()};
  if (flip()) order.from = day();
  if (order.from && flip()) order.to = *order.from + std::chrono::days{below(400)};
  if (flip()) order.ceiling_minor = minor();
  if (flip()) order.parts["DEL-7"] = minor();
  return order;
}

Charges Draw::charges() {
  Charges charges{.currency = word<Currency>()};
  if (flip()) charges.contract_minor = minor();
  for (const auto* id : {"network", "desk-2", "3"}) charges.fees.push_back(fee(id));
  charges.orders.push_back(order("BC-12"));
  return charges;
}

Award Draw::award() {
  switch (below(3)) {
    case 0:
      return {.kind = Award::Kind::share, .share = share()};
    case 1:
      return {.kind = Award::Kind::points, .points = below(20)};
    default:
      return {.kind = Award::Kind::amount, .minor = minor()};
  }
}

PenaltyBase Draw::base() {
  PenaltyBase base{.kind = static_cast<PenaltyBase::Kind>(below(5)), .price = word<PriceState>()};
  if (base.kind == PenaltyBase::Kind::fee && flip()) base.name = "network";
  if (base.kind == PenaltyBase::Kind::order) base.name = "BC-12";
  if (base.kind == PenaltyBase::Kind::late_part && flip()) base.name = "BC-12";
  if (base.kind == PenaltyBase::Kind::amount) base = {.kind = base.kind, .minor = minor()};
  return base;
}

Cap Draw::cap() {
  Cap cap{.per = word<CapPer>(), .kind = static_cast<Cap::Kind>(below(3))};
  if (cap.kind == Cap::Kind::share) cap.share = share();
  if (cap.kind == Cap::Kind::share) cap.base = base();
  if (cap.kind == Cap::Kind::amount) cap.minor = minor();
  if (cap.kind == Cap::Kind::lines) cap.lines = below(10);
  return cap;
}

Bands Draw::bands(const std::optional<Precision>& precision) {
  Bands bands{.axis = static_cast<Bands::Axis>(below(3))};
  const bool is_rate = bands.axis == Bands::Axis::rate;
  const std::int64_t whole = is_rate ? (precision && precision->decimals == 0 ? 100 : 1000) : 1;
  std::int64_t at = below(5);
  for (std::uint32_t n = 0; n <= below(4); ++n) {
    const auto next = at + 1 + below(10);
    bands.bands.push_back(
        {.from = Ratio{at, whole}, .to = Ratio{next, whole}, .award = award(), .place = {}});
    at = next;
  }
  if (flip()) bands.bands.front().from.reset();
  if (flip()) bands.bands.back().to.reset();
  const bool has_end = bands.bands.front().from || bands.bands.front().to;
  if (!has_end) bands.axis = Bands::Axis::rate;  // without ends there is no axis to tell
  return bands;
}

PenaltyFunction Draw::function(const std::optional<Precision>& precision) {
  switch (below(6)) {
    case 0:
      return Flat{award()};
    case 1:
      return bands(precision);
    case 2:
      return LinearDelay{1 + below(3000), flip()};
    case 3:
      return Shortfall{factor()};
    case 4:
      return PerStep{{1 + below(99), 1000}, award(), word<UnitCount>()};
    default:
      return PerUnit{minutes{1 + below(300)}, award(), word<UnitCount>(), minutes{below(60)},
                     flip()};
  }
}

RepeatRule Draw::repeat() {
  RepeatRule rule{.kind = word<RepeatKind>()};
  if (rule.kind == RepeatKind::none) return rule;
  rule.times = static_cast<int>(2 + below(4));
  rule.of = rule.times;
  if (rule.kind == RepeatKind::n_of_m) rule.of += static_cast<int>(below(6));
  rule.multiplier = factor();
  rule.compound = flip();
  if (rule.compound && flip()) rule.at_most = factor();
  return rule;
}

PenaltyClause Draw::clause(const std::string& id, const std::optional<Precision>& precision) {
  PenaltyClause clause{.id = id, .label = text(), .clause = text(), .targets = {"one"}};
  clause.measure = word<PenaltyMeasure>();
  if (clause.measure == PenaltyMeasure::per_slice) clause.slice = minutes{1 + below(200)};
  if (clause.measure == PenaltyMeasure::rolling) clause.rolling = static_cast<int>(2 + below(10));
  clause.nature = word<PenaltyNature>();
  clause.base = base();
  clause.function = function(precision);
  clause.weight = factor();
  clause.free = below(4);
  if (clause.free > 0) clause.free_over = static_cast<int>(1 + below(4));
  if (flip()) {
    clause.pool = "operations";
    clause.allocation = share();
  }
  clause.repeat = repeat();
  if (flip()) clause.caps.push_back(cap());
  if (flip()) clause.caps.push_back(cap());
  clause.earns_back = flip();
  return clause;
}

PenaltySchedule Draw::schedule() {
  PenaltySchedule schedule{.pro_rata = word<ProRata>()};
  if (flip()) schedule.precision = Precision{static_cast<int>(below(3)), Rounding::half_up};
  for (const auto* id : {"late", "up-2"}) {
    schedule.clauses.push_back(clause(id, schedule.precision));
  }
  schedule.combination = word<Combination>();
  if (flip()) {
    schedule.at_risk = share();
    schedule.at_risk_base = base();
    schedule.pools.push_back({.name = "operations", .share = share(), .place = {}});
  }
  if (flip()) {
    schedule.points = {{5, {0, 1}}, {10, share()}};
    schedule.points_base = base();
  }
  if (flip()) schedule.caps.push_back(cap());
  if (flip()) schedule.threshold = {minor(), word<ThresholdKind>(), word<CapPer>()};
  schedule.minimum_payout_minor = minor();
  if (flip()) {
    schedule.earn_back = EarnBack{word<EarnBackAs>(), static_cast<int>(1 + below(6)), {}, share()};
    if (flip()) schedule.earn_back->required = share();
  }
  if (flip()) schedule.claim_within_days = static_cast<int>(1 + below(90));
  if (flip()) schedule.observation_days = static_cast<int>(1 + below(90));
  if (flip()) schedule.co_contractors = {{"Alpha", 60}, {"Bêta, SARL", 40}};
  return schedule;
}

constexpr std::string_view plain =
    "id: a\nin_force: {from: 2020-01-01}\nzone: Europe/Paris\n"
    "targets: {one: {metric: resolution, within: 4h in always}}\n";

TEST(MoneyWriter, any_charges_and_any_schedule_read_back_the_same) {
  EXPECT_TRUE(rc::check([](std::uint32_t seed) {
    Names names;
    Draw draw{seed};
    Agreement agreement = *read_agreement(plain, "x.yaml", names).agreement;
    agreement.charges = draw.charges();
    agreement.penalties = draw.schedule();
    expect_read_back(agreement, names);
  }));
}

/// A preset is written with every clause it brought, `none` for those it did not.
TEST(MoneyWriter, an_agreement_on_a_preset_reads_back_the_same) {
  constexpr std::string_view document =
      "id: a\nin_force: {from: 2020-01-01}\nzone: Europe/Paris\n"
      "targets: {one: {metric: delivery, within: 4h in always}, up: {metric: availability, "
      "of: Hosting, required: 99 % per month}}\n"
      "charges: {contract: 1000.00, fees: {network: {amount: 10.00 per month}}}\n";
  for (const auto& word : Vocabulary<PenaltyPreset>::words) {
    for (const std::string lines : {"", ", lines: {one-line: {on: one, flat: 5 %}}"}) {
      const auto penalties =
          "penalties: {base: contract, preset: " + std::string{word.key} + lines + "}\n";
      Names names;
      const auto read = read_agreement(std::string{document} + penalties, "x.yaml", names);
      if (!read.agreement) {
        // Only schemes without lines of their own must be given some.
        EXPECT_EQ(read.faults.front().code, FaultCode::missing_key) << word.key;
        EXPECT_TRUE(lines.empty()) << word.key << message_of(read.faults.front(), Language::en);
        continue;
      }
      EXPECT_EQ(read.agreement->penalties->preset, word.key);
      const auto text = agreement_text(*read.agreement, names);
      const auto again = read_agreement(text, "x.yaml", names);
      ASSERT_TRUE(again.agreement) << text << message_of(again.faults.front(), Language::en);
      EXPECT_EQ(agreement_text(*again.agreement, names), text);
      EXPECT_TRUE(without_places(*again.agreement) == without_places(*read.agreement)) << text;
    }
  }
}

}  // namespace
}  // namespace vigie
