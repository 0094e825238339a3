#include "engine/agreement/check_schedule.h"

#include <algorithm>
#include <map>

#include "engine/agreement/check_bands.h"
#include "engine/base/money.h"
#include "engine/base/near_words.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

/// Where a base stands: the word of its line or clause, and its place.
struct BaseOf {
  const PenaltyBase& base;
  std::string where;
  Place place;
};

class ScheduleReview {
 public:
  explicit ScheduleReview(const Agreement& agreement)
      : agreement_(agreement), schedule_(*agreement.penalties) {}

  ScheduleCheck run() {
    for (const PenaltyClause& clause : schedule_.clauses) check_line(clause);
    check_pools();
    for (const Cap& cap : schedule_.caps) check_cap(cap, "caps");
    const Place place = schedule_.clauses.empty() ? Place{} : schedule_.clauses.front().place;
    if (schedule_.at_risk) check_base({schedule_.at_risk_base, "at_risk", place});
    if (!schedule_.points.empty()) check_base({schedule_.points_base, "points", place});
    return std::move(check_);
  }

 private:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  void refuse(FaultCode code, Arguments arguments, const Place& place,
              std::vector<Cure> cures = {}) {
    check_.faults.push_back({code, std::move(arguments), place, std::move(cures)});
  }

  void check_line(const PenaltyClause& clause) {
    check_targets(clause);
    check_measure(clause);
    if (const auto* bands = std::get_if<Bands>(&clause.function)) {
      check_bands({clause.id, *bands, schedule_.precision}, check_);
    }
    if (takes_share(clause) && clause.pool.empty()) {
      check_base({clause.base, clause.id, clause.place});
    }
    for (const Cap& cap : clause.caps) check_cap(cap, clause.id);
    check_repeat(clause);
    check_pool_of(clause);
    const bool is_capped = !clause.caps.empty() || !schedule_.caps.empty() || schedule_.at_risk;
    if (!is_capped && clause.nature != PenaltyNature::bonus && !gives_points(clause)) {
      check_.warnings.push_back({.code = WarningCode::penalty_without_cap,
                                 .arguments = {{"line", clause.id}},
                                 .place = clause.place,
                                 .cures = {{"cap: 15 %"}}});
    }
  }

  void check_targets(const PenaltyClause& clause) {
    std::vector<std::string> known;
    for (const Commitment& one : agreement_.commitments) known.push_back(one.id);
    if (clause.targets.empty()) {
      refuse(FaultCode::penalty_without_target, {{"line", clause.id}}, clause.place,
             {{"on: [" + (known.empty() ? std::string{} : known.front()) + "]"}});
    }
    for (const std::string& target : clause.targets) {
      const auto found = std::find(known.begin(), known.end(), target);
      if (found == known.end()) {
        auto cures = cures_near(target, known);
        for (std::size_t i = 0; cures.empty() && i < known.size() && i < 3; ++i) {
          cures.push_back({known[i]});
        }
        refuse(FaultCode::penalty_target_unknown, {{"target", target}, {"line", clause.id}},
               clause.place, cures);
      } else {
        check_required(clause,
                       agreement_.commitments[static_cast<std::size_t>(found - known.begin())]);
      }
    }
  }

  /// Whether missing `target` can be seen by what the line compares.
  static bool has_what_it_compares(const PenaltyClause& clause, const Measurement& measured) {
    const bool promises = measured.required || measured.limit || measured.at_most;
    if (clause.measure == PenaltyMeasure::per_event ||
        clause.measure == PenaltyMeasure::per_slice) {
      return true;
    }
    if (std::holds_alternative<Flat>(clause.function)) return promises;
    const bool is_gap = std::holds_alternative<Shortfall>(clause.function) ||
                        std::holds_alternative<PerStep>(clause.function);
    if (is_gap) return measured.required.has_value();
    return true;
  }

  void check_required(const PenaltyClause& clause, const Commitment& target) {
    if (has_what_it_compares(clause, target.measurement)) return;
    refuse(FaultCode::target_requires_nothing, {{"line", clause.id}, {"target", target.id}},
           clause.place, {{"required: 95 % per month", CureWord::rate_of_period}});
  }

  static const char* function_word(const PenaltyFunction& function) {
    constexpr const char* words[] = {"flat", "bands", "delay", "shortfall", "each", "each"};
    return words[function.index()];
  }

  static const char* measure_word(PenaltyMeasure measure) {
    constexpr const char* words[] = {"per: period", "per: ticket", "per: slice", "per: rolling"};
    return words[static_cast<std::size_t>(measure)];
  }

  static bool is_of_rate(const PenaltyFunction& function) {
    const auto* bands = std::get_if<Bands>(&function);
    return std::holds_alternative<Shortfall>(function) ||
           std::holds_alternative<PerStep>(function) ||
           (bands != nullptr && bands->axis == Bands::Axis::rate);
  }

  static bool fits(const PenaltyFunction& function, PenaltyMeasure measure) {
    const auto* bands = std::get_if<Bands>(&function);
    const bool is_flat = std::holds_alternative<Flat>(function);
    const bool is_delay = std::holds_alternative<LinearDelay>(function);
    switch (measure) {
      case PenaltyMeasure::per_period:
        return !is_delay;
      case PenaltyMeasure::per_slice:
        return is_flat;
      case PenaltyMeasure::rolling:
        return is_flat || is_of_rate(function);
      case PenaltyMeasure::per_event:
        break;
    }
    return !is_of_rate(function) && (bands == nullptr || bands->axis == Bands::Axis::overrun_hours);
  }

  void check_measure(const PenaltyClause& clause) {
    if (!fits(clause.function, clause.measure)) {
      const bool wants_ticket = std::holds_alternative<LinearDelay>(clause.function);
      refuse(FaultCode::function_without_measure,
             {{"line", clause.id},
              {"function", function_word(clause.function)},
              {"per", measure_word(clause.measure)}},
             clause.place,
             {{wants_ticket ? "per: ticket" : "per: period",
               wants_ticket ? CureWord::per_ticket_late : CureWord::per_period_figure}});
    }
    const bool averages_many = clause.measure == PenaltyMeasure::rolling && clause.rolling > 2;
    if (averages_many && !schedule_.precision) {
      refuse(FaultCode::rolling_without_precision,
             {{"line", clause.id}, {"periods", std::to_string(clause.rolling)}}, clause.place,
             {{"precision: 2 decimals", CureWord::rates_rounded_first}});
    }
  }

  static const Award* award_of(const PenaltyFunction& function) {
    if (const auto* flat = std::get_if<Flat>(&function)) return &flat->award;
    if (const auto* step = std::get_if<PerStep>(&function)) return &step->each;
    if (const auto* unit = std::get_if<PerUnit>(&function)) return &unit->each;
    return nullptr;
  }

  /// Of bands: one of them.
  static bool awards(const PenaltyFunction& function, Award::Kind kind) {
    if (const auto* bands = std::get_if<Bands>(&function)) {
      return std::any_of(bands->bands.begin(), bands->bands.end(),
                         [&](const Band& band) { return band.award.kind == kind; });
    }
    const Award* award = award_of(function);
    return award == nullptr ? kind == Award::Kind::share : award->kind == kind;
  }

  static bool takes_share(const PenaltyClause& clause) {
    return awards(clause.function, Award::Kind::share);
  }
  static bool gives_points(const PenaltyClause& clause) {
    return awards(clause.function, Award::Kind::points);
  }

  void check_base(const BaseOf& of) {
    const Charges& charges = agreement_.charges;
    switch (of.base.kind) {
      case PenaltyBase::Kind::fee:
        return check_fee(of);
      case PenaltyBase::Kind::order:
        return check_order(of);
      case PenaltyBase::Kind::late_part: {
        const bool has_parts = std::any_of(charges.orders.begin(), charges.orders.end(),
                                           [](const Order& order) { return !order.parts.empty(); });
        if (!of.base.name.empty()) return check_order(of);
        if (!has_parts) check_contract(of);
        return;
      }
      case PenaltyBase::Kind::contract:
        return check_contract(of);
      case PenaltyBase::Kind::amount:
        return;
    }
  }

  void check_fee(const BaseOf& of) {
    std::vector<std::string> known;
    for (const Fee& fee : agreement_.charges.fees) known.push_back(fee.id);
    const bool is_known = of.base.name.empty()
                              ? !known.empty()
                              : std::find(known.begin(), known.end(), of.base.name) != known.end();
    if (is_known) return;
    auto cures = cures_near(of.base.name, known);
    if (cures.empty()) {
      const std::string name = of.base.name.empty() ? "monthly" : of.base.name;
      cures = {{"fees: {" + name + ": {amount: 1000.00 per month}}", CureWord::amount_of_charges}};
    }
    refuse(FaultCode::fee_unknown, {{"fee", of.base.name}, {"where", of.where}}, of.place, cures);
  }

  void check_order(const BaseOf& of) {
    std::vector<std::string> known;
    for (const Order& order : agreement_.charges.orders) known.push_back(order.id);
    if (std::find(known.begin(), known.end(), of.base.name) != known.end()) return;
    auto cures = cures_near(of.base.name, known);
    if (cures.empty()) {
      cures = {{"orders: {" + of.base.name + ": {amount: 1000.00}}", CureWord::amount_of_charges}};
    }
    refuse(FaultCode::order_unknown, {{"order", of.base.name}, {"where", of.where}}, of.place,
           cures);
  }

  void check_contract(const BaseOf& of) {
    if (agreement_.charges.contract_minor) return;
    refuse(FaultCode::contract_without_amount, {{"where", of.where}}, of.place,
           {{"contract: 500000.00", CureWord::amount_of_charges}});
  }

  void check_cap(const Cap& cap, const std::string& where) {
    if (cap.kind != Cap::Kind::share) return;
    check_base({cap.base, where, cap.place});
    const bool is_lasting = cap.per == CapPer::contract || cap.per == CapPer::order;
    const bool is_fee = cap.base.kind == PenaltyBase::Kind::fee;
    if (!is_lasting || !is_fee || agreement_.in_force.to) return;
    refuse(FaultCode::cap_without_end, {{"where", where}}, cap.place,
           {{"15 % of contract", CureWord::amount_of_contract},
            {"10000.00", CureWord::amount_excluding_tax}});
  }

  /// A multiplier that compounds reaches its highest while its powers are exact.
  void check_repeat(const PenaltyClause& clause) {
    const RepeatRule& rule = clause.repeat;
    if (rule.kind == RepeatKind::none || !rule.compound) return;
    const Exact once{rule.multiplier};
    if (once <= Exact{1}) return;
    Exact power = 1;
    while (true) {
      const Exact next = power * once;
      if (rule.at_most && next >= Exact{*rule.at_most}) return;
      const bool is_too_fine = next.denominator() > most_multiplier_denominator;
      if (is_too_fine || next >= Exact{most_multiplier}) break;
      power = next;
    }
    const std::string times = std::to_string(std::max<std::int64_t>(cut(power), 2));
    refuse(FaultCode::repeat_without_end, {{"line", clause.id}}, clause.place,
           {{"at most x " + times, CureWord::highest_multiplier, {{"times", times}}}});
  }

  void check_pool_of(const PenaltyClause& clause) {
    if (clause.pool.empty()) return;
    std::vector<std::string> known;
    for (const Pool& pool : schedule_.pools) known.push_back(pool.name);
    const bool is_known = std::find(known.begin(), known.end(), clause.pool) != known.end();
    if (!is_known || !schedule_.at_risk) {
      auto cures = cures_near(clause.pool, known);
      if (cures.empty()) {
        cures = {{"at_risk: {share: 10 %, of: fee, pools: {" + clause.pool + ": 50 %}}"}};
      }
      refuse(FaultCode::pool_unknown, {{"pool", clause.pool}, {"line", clause.id}}, clause.place,
             cures);
    }
    if (clause.allocation.numerator == 0) {
      check_.warnings.push_back({.code = WarningCode::allocation_missing,
                                 .arguments = {{"line", clause.id}, {"pool", clause.pool}},
                                 .place = clause.place,
                                 .cures = {{"allocation: 40 %"}}});
    }
  }

  void check_pools() {
    std::map<std::string, Exact> sums;
    for (const PenaltyClause& clause : schedule_.clauses) {
      if (!clause.pool.empty()) {
        sums[clause.pool] = sums[clause.pool] + Exact{clause.allocation};
      }
    }
    for (const Pool& pool : schedule_.pools) {
      const Exact sum = sums[pool.name];
      if (sum <= Exact{1}) continue;
      const std::string percent = std::to_string(rounded(sum * Exact{100})) + " %";
      refuse(FaultCode::pool_over_100, {{"pool", pool.name}, {"sum", percent}}, pool.place);
    }
  }

  const Agreement& agreement_;
  const PenaltySchedule& schedule_;
  ScheduleCheck check_;
};

}  // namespace

ScheduleCheck check_schedule(const Agreement& agreement) {
  if (!agreement.penalties) return {};
  return ScheduleReview{agreement}.run();
}

}  // namespace vigie
