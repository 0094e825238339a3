// A small contract and what it attained, given figure by figure, for the tests of the ledger.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/agreement/period.h"
#include "engine/penalty/assess.h"
#include "engine/time/zones_for_test.h"

namespace vigie::penalty_for_test {

inline CivilDay day(int year, unsigned month, unsigned of) {
  return std::chrono::local_days{std::chrono::year{year} / std::chrono::month{month} /
                                 std::chrono::day{of}};
}

inline Award share(std::int64_t part, std::int64_t of) { return {.share = {part, of}}; }
inline Award amount(std::int64_t minor) { return {.kind = Award::Kind::amount, .minor = minor}; }
inline Award points(std::int64_t count) { return {.kind = Award::Kind::points, .points = count}; }

/// Targets "up" and "answer", required at 95 %, a contract of 500,000.00 EUR and a fee "network"
/// of 48,000.00 a month, from 2026 on.
inline Agreement contract_of_acme() {
  Agreement agreement{.id = "acme",
                      .between = {.provider = "NOVA", .customer = "ACME"},
                      .in_force = {.from = day(2026, 1, 1), .to = {}},
                      .zone = "Europe/Paris"};
  for (const char* id : {"up", "answer"}) {
    Commitment commitment{
        .id = id, .calendar = "always", .within = ServiceDuration{.budget = std::chrono::hours{4}}};
    commitment.measurement.required = Ratio{95, 100};
    agreement.commitments.push_back(commitment);
  }
  agreement.charges.contract_minor = 500'000'00;
  agreement.charges.fees.push_back(
      {.id = "network", .versions = {{.from = day(2026, 1, 1), .minor = 48'000'00}}});
  agreement.penalties.emplace();
  return agreement;
}

inline PenaltyBase network_fee() { return {.kind = PenaltyBase::Kind::fee, .name = "network"}; }

inline PenaltyClause line_on(std::string target, PenaltyFunction function) {
  return {.id = "line-" + target,
          .targets = {std::move(target)},
          .base = network_fee(),
          .function = std::move(function)};
}

class World {
 public:
  explicit World(Agreement agreement = contract_of_acme()) { add(std::move(agreement)); }

  void add(Agreement agreement) { agreements_.push_back(std::move(agreement)); }
  Agreement& agreement(std::size_t i = 0) { return agreements_[i]; }
  PenaltySchedule& schedule(std::size_t i = 0) { return *agreements_[i].penalties; }
  Names& names() { return names_; }

  Instant at(CivilDay on, std::chrono::seconds time) {
    return zones_.find("Europe/Paris")->instant_of_stamp(CivilTime{on} + time);
  }

  /// What a target attained in the month of `on`, cut to the days of its version.
  Attainment& figure(std::string_view target, CivilDay on, std::optional<Ratio> rate,
                     std::size_t agreement = 0) {
    const Agreement& of = agreements_[agreement];
    TargetResult& result = result_of(target, agreement);
    const Zone& zone = *zones_.find("Europe/Paris");
    const Measurement& measurement = of.commitments[result.commitment].measurement;
    const Period period = period_at(
        {.rules = measurement.period, .effect = of.in_force.from, .zone = &zone}, at(on, {}));
    Attainment attainment{.period = period.name, .interval = period.interval};
    attainment.interval.from = std::max(attainment.interval.from, at(of.in_force.from, {}));
    if (of.in_force.to) {
      const Instant end = at(*of.in_force.to + std::chrono::days{1}, {});
      attainment.interval.to = std::min(attainment.interval.to, end);
    }
    attainment.rate = rate;
    attainment.required = measurement.required;
    if (rate && measurement.required) {
      attainment.attained = compare(*rate, *measurement.required) >= 0;
    }
    result.periods.push_back(attainment);
    return result.periods.back();
  }

  /// A ticket that was due at 12:00 of `due` and ended so much later; counted in the month of its
  /// end, which has a figure.
  LateTicket& late(std::string_view target, std::string_view ticket, CivilDay due, Duration overrun,
                   std::size_t agreement = 0) {
    TargetResult& result = result_of(target, agreement);
    const Id<Ticket> id = names_.intern<Ticket>(ticket);
    const Instant due_at = at(due, std::chrono::hours{12});
    result.late.push_back({.ticket = id,
                           .incident = id,
                           .period = result.periods.back().period,
                           .due = due_at,
                           .ended_at = due_at + overrun,
                           .overrun = overrun});
    return result.late.back();
  }

  TargetResult& result_of(std::string_view target, std::size_t agreement = 0) {
    for (TargetResult& result : results_) {
      if (result.agreement == agreement && commitment_of(result).id == target) return result;
    }
    TargetResult& result = results_.emplace_back();
    result.agreement = static_cast<std::uint32_t>(agreement);
    const auto& commitments = agreements_[agreement].commitments;
    while (commitments[result.commitment].id != target) ++result.commitment;
    return result;
  }

  void read_at(Instant as_of) { as_of_ = as_of; }

  Ledger assess() {
    const Terms::Made made = Terms::from(agreements_, zones_, names_);
    require(made.faults.empty(), "terms of a test are sound");
    Evaluation evaluation;
    evaluation.as_of = as_of_.value_or(at(day(2027, 1, 1), {}));
    evaluation.targets = results_;
    return vigie::assess({made.terms, evaluation, names_});
  }

 private:
  const Commitment& commitment_of(const TargetResult& result) const {
    return agreements_[result.agreement].commitments[result.commitment];
  }

  ZonesForTest zones_;
  Names names_;
  std::vector<Agreement> agreements_;
  std::vector<TargetResult> results_;
  std::optional<Instant> as_of_;
};

/// The amounts of the lines, in order.
inline std::vector<std::int64_t> amounts_of(const Ledger& ledger) {
  std::vector<std::int64_t> amounts;
  for (const LedgerLine& line : ledger.lines) amounts.push_back(line.amount.minor);
  return amounts;
}

inline bool tells(const LedgerLine& line, LedgerStepWord word) {
  return std::any_of(line.steps.begin(), line.steps.end(),
                     [&](const LedgerStep& step) { return step.word == word; });
}

}  // namespace vigie::penalty_for_test
