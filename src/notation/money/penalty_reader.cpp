#include "notation/money/penalty_reader.h"

#include "engine/agreement/penalty_preset.h"
#include "notation/agreement_clause.h"
#include "notation/money/amount.h"
#include "notation/money/award.h"
#include "notation/money/line_reader.h"
#include "notation/money/tariff.h"
#include "notation/scalar_rate.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::int64_t most_weight = 1'000'000;
constexpr std::int64_t most_points = 1'000'000;

class ScheduleReader {
 public:
  ScheduleReader(Clauses& clauses, const Agreement& agreement)
      : clauses_(clauses), agreement_(agreement), currency_(agreement.charges.currency) {}

  PenaltySchedule read() {
    read_preset();
    read_word(clauses_, "pro_rata", schedule_.pro_rata);
    read_precision();
    read_own_base();
    read_lines();
    read_word(clauses_, "combination", schedule_.combination);
    read_at_risk();
    read_points();
    read_caps();
    read_threshold();
    read_scalar(clauses_, "minimum_payout", AmountIn{currency_}, schedule_.minimum_payout_minor);
    read_earn_back();
    read_days("claim_within", schedule_.claim_within_days);
    read_days("observation", schedule_.observation_days);
    read_split();
    clauses_.refuse_unknown();
    return std::move(schedule_);
  }

 private:
  Clauses own(const YamlNode& node, std::string_view key, bool (*knows)(std::string_view)) {
    return {
        node, clauses_.where() + "." + std::string{key}, clauses_.faults(), {.describes = knows}};
  }

  /// Whether the clause says `none`, which takes back what a preset says.
  bool says_none(std::string_view key) {
    const YamlNode* node = clauses_.node().find(key);
    if (node == nullptr || node->kind != YamlKind::scalar || node->text != "none") return false;
    clauses_.find(key);
    return true;
  }

  void read_preset() {
    if (clauses_.node().find("preset") == nullptr) return;
    auto preset = PenaltyPreset::ccag_tic_2021;
    read_word(clauses_, "preset", preset);
    schedule_ = penalty_preset(preset, agreement_.commitments);
    schedule_.preset = key_of(preset);
  }

  void read_precision() {
    if (says_none("precision")) {
      schedule_.precision.reset();
    } else {
      read_scalar(clauses_, "precision", precision_from, schedule_.precision);
    }
  }

  void read_base(Clauses& clauses, std::string_view key, std::optional<PenaltyBase>& base) {
    read_scalar(
        clauses, key, [this](std::string_view text) { return base_from(text, currency_); }, base);
  }

  void read_own_base() { read_base(clauses_, "base", base_); }

  /// `of` of a share: said there, else the base of the schedule, else that of a preset; else
  /// refused.
  void read_of(Clauses& clauses, bool is_preset, PenaltyBase& base) {
    std::optional<PenaltyBase> of = base_;
    read_base(clauses, "of", of);
    if (of) base = *of;
    if (of || is_preset || clauses.node().find("of") != nullptr) return;
    const bool has_share = clauses.node().find("share") != nullptr;
    const auto& node = has_share ? *clauses.node().find("share") : clauses.node();
    clauses.add(node_fault(FaultCode::share_without_base, node,
                           {{"share", has_share ? node.text : "points"}},
                           {{"of: fee network", CureWord::fee_of_charges, {}},
                            {"of: contract", CureWord::amount_of_contract, {}}}));
  }

  void read_lines() {
    const PenaltySchedule preset = schedule_;
    const YamlNode* lines = clauses_.find_mapping("lines");
    if (lines == nullptr) {
      const bool is_missing = !clauses_.has("lines") && preset.clauses.empty();
      if (is_missing) clauses_.refuse_missing("lines");
      return rebase_lines();
    }
    schedule_.clauses.clear();
    const LineContext context{currency_, base_, schedule_.precision, preset};
    for (const auto& entry : lines->entries) {
      if (entry.key == "points") refuse_reserved(entry);
      schedule_.clauses.push_back(read_line(entry, context, clauses_.faults()));
    }
  }

  /// Lines of a preset have the base that the schedule says.
  void rebase_lines() {
    if (!base_) return;
    for (auto& clause : schedule_.clauses) clause.base = *base_;
  }

  /// In the ledger, `points` is the table of points.
  void refuse_reserved(const YamlEntry& entry) {
    clauses_.add({.code = FaultCode::name_reserved,
                  .arguments = {{"name", entry.key}},
                  .place = entry.place,
                  .cures = {{"kpi", CureWord::none, {}}}});
  }

  void read_at_risk() {
    if (says_none("at_risk")) {
      schedule_.at_risk.reset();
      schedule_.pools.clear();
      return;
    }
    const YamlNode* node = clauses_.find_mapping("at_risk");
    if (node == nullptr) return;
    auto at_risk = own(*node, "at_risk", describes<ClauseSection::at_risk>);
    const bool is_preset = schedule_.at_risk.has_value();
    read_scalar(at_risk, "share", rate_from, schedule_.at_risk);
    if (!is_preset && node->find("share") == nullptr) at_risk.refuse_missing("share");
    read_of(at_risk, is_preset, schedule_.at_risk_base);
    if (const YamlNode* pools = at_risk.find_mapping("pools")) {
      schedule_.pools.clear();
      for (const auto& entry : pools->entries) read_pool(entry);
    }
    at_risk.refuse_unknown();
  }

  void read_pool(const YamlEntry& entry) {
    Pool pool{.name = entry.key, .share = {0, 1}, .place = entry.place};
    pool.place.length = static_cast<int>(entry.key.size());
    if (entry.value.kind != YamlKind::scalar) {
      return clauses_.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
    }
    const auto share = rate_from(entry.value.text);
    if (!share) return clauses_.add(located(share.error(), entry.value));
    pool.share = *share;
    schedule_.pools.push_back(std::move(pool));
  }

  void read_points() {
    if (says_none("points")) return schedule_.points.clear();
    const YamlNode* node = clauses_.find_mapping("points");
    if (node == nullptr) return;
    auto points = own(*node, "points", describes<ClauseSection::points>);
    read_of(points, !schedule_.points.empty(), schedule_.points_base);
    if (const YamlNode* table = points.find_list("table")) {
      schedule_.points.clear();
      for (const auto& item : table->items) read_points_step(item);
    }
    points.refuse_unknown();
  }

  void read_points_step(const YamlNode& item) {
    auto step = own(item, "points.table", describes<ClauseSection::points_step>);
    PointsStep read;
    read_count(step, "from", {0, most_points}, read.from);
    read_scalar(step, "credit", rate_from, read.share);
    for (const auto* key : {"from", "credit"}) {
      if (item.find(key) == nullptr) step.refuse_missing(key);
    }
    step.refuse_unknown();
    if (!schedule_.points.empty() && read.from <= schedule_.points.back().from) {
      clauses_.add(node_fault(FaultCode::points_out_of_order, item,
                              {{"from", std::to_string(read.from)},
                               {"before", std::to_string(schedule_.points.back().from)}}));
    }
    schedule_.points.push_back(read);
  }

  void read_caps() {
    const CapContext context{.currency = currency_, .per = CapPer::month, .base = base_};
    if (clauses_.has("caps")) schedule_.caps.clear();
    for (const YamlNode* node : clauses_.find_scalars("caps")) {
      if (node->text == "none") continue;
      auto cap = cap_from(node->text, context);
      if (!cap) {
        clauses_.add(located(cap.error(), *node));
        continue;
      }
      schedule_.caps.push_back(*std::move(cap));
      schedule_.caps.back().place = node->place;
    }
  }

  void read_threshold() {
    if (says_none("threshold")) return schedule_.threshold.reset();
    const YamlNode* node = clauses_.find_mapping("threshold");
    if (node == nullptr) return;
    auto threshold = own(*node, "threshold", describes<ClauseSection::threshold>);
    PenaltyThreshold read = schedule_.threshold.value_or(PenaltyThreshold{});
    read_scalar(threshold, "amount", AmountIn{currency_}, read.minor);
    if (node->find("amount") == nullptr) threshold.refuse_missing("amount");
    read_word(threshold, "kind", read.kind);
    read_word(threshold, "per", read.per);
    threshold.refuse_unknown();
    schedule_.threshold = read;
  }

  void read_earn_back() {
    if (says_none("earn_back")) return schedule_.earn_back.reset();
    const YamlNode* node = clauses_.find_mapping("earn_back");
    if (node == nullptr) return;
    auto earn_back = own(*node, "earn_back", describes<ClauseSection::earn_back>);
    EarnBack read;
    read_word(earn_back, "as", read.as);
    read_scalar(earn_back, "after", periods_from, read.periods);
    if (node->find("after") == nullptr) earn_back.refuse_missing("after");
    read_scalar(earn_back, "required", rate_from, read.required);
    read_scalar(earn_back, "share", rate_from, read.share);
    earn_back.refuse_unknown();
    schedule_.earn_back = read;
  }

  void read_days(std::string_view key, std::optional<int>& days) {
    if (says_none(key)) {
      days.reset();
    } else {
      read_scalar(clauses_, key, days_from, days);
    }
  }

  /// split: {Alpha: 60, Beta: 40}
  void read_split() {
    const YamlNode* node = clauses_.find_mapping("split");
    if (node == nullptr) return;
    Clauses parts{*node, clauses_.where() + ".split", clauses_.faults()};
    std::int64_t sum = 0;
    for (const auto& entry : node->entries) {
      CoContractor part{.party = entry.key, .weight = 0};
      read_count(parts, entry.key, {0, most_weight}, part.weight);
      sum += part.weight;
      schedule_.co_contractors.push_back(std::move(part));
    }
    if (sum == 0) clauses_.add(node_fault(FaultCode::split_of_nothing, *node));
  }

  Clauses& clauses_;
  const Agreement& agreement_;
  Currency currency_;
  PenaltySchedule schedule_;
  std::optional<PenaltyBase> base_;
};

}  // namespace

void read_penalties(Clauses& clauses, Agreement& agreement) {
  const YamlNode* node = clauses.find_mapping("penalties");
  if (node == nullptr) return;
  Clauses own{
      *node, "penalties", clauses.faults(), {.describes = describes<ClauseSection::penalties>}};
  agreement.penalties = ScheduleReader{own, agreement}.read();
}

}  // namespace vigie
