#include "notation/money/amount.h"
#include "notation/money/award.h"
#include "notation/money/bands.h"
#include "notation/money/money_writer.h"
#include "notation/money/tariff.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_rate.h"

namespace vigie {

namespace {

class ScheduleWriter {
 public:
  ScheduleWriter(YamlText& yaml, const PenaltySchedule& schedule, Currency currency)
      : yaml_(yaml), schedule_(schedule), currency_(currency) {}

  void write() {
    yaml_.open("penalties");
    yaml_.scalar("preset", schedule_.preset);
    yaml_.scalar("pro_rata", key_of(schedule_.pro_rata));
    scalar_or_none("precision", schedule_.precision ? precision_text(*schedule_.precision) : "");
    yaml_.open("lines");
    for (const auto& clause : schedule_.clauses) write_line(clause);
    yaml_.close();
    yaml_.scalar("combination", key_of(schedule_.combination));
    write_at_risk();
    write_points();
    write_caps("caps", schedule_.caps);
    write_threshold();
    yaml_.scalar("minimum_payout", amount_text(schedule_.minimum_payout_minor, currency_));
    write_earn_back();
    scalar_or_none("claim_within", days_text(schedule_.claim_within_days));
    scalar_or_none("observation", days_text(schedule_.observation_days));
    yaml_.open("split");
    for (const auto& part : schedule_.co_contractors) {
      yaml_.scalar(part.party, std::to_string(part.weight));
    }
    yaml_.close();
    yaml_.close();
  }

 private:
  static std::string days_text(const std::optional<int>& days) {
    return days ? std::to_string(*days) + " days" : "";
  }

  /// `none` takes back what a preset says; without a preset nothing is as good.
  void scalar_or_none(std::string_view key, const std::string& text) {
    yaml_.scalar(key, text.empty() && !schedule_.preset.empty() ? "none" : text);
  }

  void write_caps(std::string_view key, const std::vector<Cap>& caps) {
    std::vector<std::string> texts;
    for (const auto& cap : caps) texts.push_back(cap_text(cap, currency_));
    yaml_.list(key, texts);
    if (texts.empty()) scalar_or_none(key, "");
  }

  void write_line(const PenaltyClause& line) {
    yaml_.open(line.id);
    yaml_.scalar("label", line.label);
    yaml_.scalar("clause", line.clause);
    yaml_.list("on", line.targets);
    yaml_.scalar("per", measure_text({line.measure, line.slice, line.rolling}));
    if (line.nature != PenaltyNature::penalty || !schedule_.preset.empty()) {
      yaml_.scalar("nature", key_of(line.nature));
    }
    yaml_.scalar("base", base_text(line.base, currency_));
    write_function(line.function);
    yaml_.scalar("weight", factor_text(line.weight));
    yaml_.list("free", free_texts(line));
    yaml_.scalar("pool", line.pool);
    if (!line.pool.empty()) yaml_.scalar("allocation", rate_text(line.allocation));
    yaml_.scalar("repeat", repeat_text(line.repeat));
    write_caps("cap", line.caps);
    yaml_.scalar("earns_back", line.earns_back ? "yes" : "no");
    yaml_.close();
  }

  static std::vector<std::string> free_texts(const PenaltyClause& line) {
    std::vector<std::string> texts;
    const auto* unit = std::get_if<PerUnit>(&line.function);
    if (unit != nullptr && unit->free > Duration{0}) texts.push_back(duration_text(unit->free));
    if (line.free > 0) texts.push_back(free_text({line.free, line.free_over}));
    return texts;
  }

  void write_function(const PenaltyFunction& function) {
    if (const auto* flat = std::get_if<Flat>(&function)) {
      yaml_.scalar("flat", award_text(flat->award, currency_));
    } else if (const auto* bands = std::get_if<Bands>(&function)) {
      write_bands(yaml_, *bands, currency_, schedule_.precision);
    } else if (const auto* delay = std::get_if<LinearDelay>(&function)) {
      yaml_.scalar("delay", delay_text(*delay));
    } else if (const auto* shortfall = std::get_if<Shortfall>(&function)) {
      yaml_.scalar("shortfall", factor_text(shortfall->factor));
    } else if (const auto* step = std::get_if<PerStep>(&function)) {
      yaml_.scalar("each", each_text(Each{*step}, currency_));
    } else {
      yaml_.scalar("each", each_text(Each{std::get<PerUnit>(function)}, currency_));
    }
  }

  void write_at_risk() {
    if (!schedule_.at_risk) return scalar_or_none("at_risk", "");
    yaml_.open("at_risk");
    yaml_.scalar("share", rate_text(*schedule_.at_risk));
    yaml_.scalar("of", base_text(schedule_.at_risk_base, currency_));
    yaml_.open("pools");
    for (const auto& pool : schedule_.pools) yaml_.scalar(pool.name, rate_text(pool.share));
    yaml_.close();
    yaml_.close();
  }

  void write_points() {
    if (schedule_.points.empty()) return scalar_or_none("points", "");
    yaml_.open("points");
    yaml_.scalar("of", base_text(schedule_.points_base, currency_));
    yaml_.open("table");
    for (const auto& step : schedule_.points) {
      yaml_.open_item();
      yaml_.scalar("from", std::to_string(step.from));
      yaml_.scalar("credit", rate_text(step.share));
      yaml_.close();
    }
    yaml_.close();
    yaml_.close();
  }

  void write_threshold() {
    if (!schedule_.threshold) return scalar_or_none("threshold", "");
    yaml_.open("threshold");
    yaml_.scalar("amount", amount_text(schedule_.threshold->minor, currency_));
    yaml_.scalar("kind", key_of(schedule_.threshold->kind));
    yaml_.scalar("per", key_of(schedule_.threshold->per));
    yaml_.close();
  }

  void write_earn_back() {
    if (!schedule_.earn_back) return scalar_or_none("earn_back", "");
    const EarnBack& earn_back = *schedule_.earn_back;
    yaml_.open("earn_back");
    yaml_.scalar("as", key_of(earn_back.as));
    yaml_.scalar("after", std::to_string(earn_back.periods) + " periods");
    if (earn_back.required) yaml_.scalar("required", rate_text(*earn_back.required));
    yaml_.scalar("share", rate_text(earn_back.share));
    yaml_.close();
  }

  YamlText& yaml_;
  const PenaltySchedule& schedule_;
  Currency currency_;
};

}  // namespace

void write_penalties(YamlText& yaml, const Agreement& agreement) {
  if (!agreement.penalties) return;
  ScheduleWriter{yaml, *agreement.penalties, agreement.charges.currency}.write();
}

}  // namespace vigie
