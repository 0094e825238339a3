#include "notation/scalar_rate.h"

#include "notation/scalar_duration.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr int most_decimals = 6;

Fault rate_fault(std::string_view text) {
  return scalar_fault(FaultCode::rate_malformed, text, {{"text", std::string{text}}},
                      {{"95 %", CureWord::none, {}},
                       {"99.95 %", CureWord::none, {}},
                       {"95/100", CureWord::none, {}}});
}

Fault required_fault(std::string_view text) {
  return scalar_fault(FaultCode::required_malformed, text, {{"text", std::string{text}}},
                      {{"95 % per month", CureWord::rate_of_period, {}},
                       {"percentile 95 <= 4h per month", CureWord::percentile_of_period, {}},
                       {"mean <= 4h per quarter", CureWord::mean_of_period, {}},
                       {"maximum <= 24h per month", CureWord::maximum_of_period, {}},
                       {"count <= 3 per month", CureWord::count_of_period, {}}});
}

std::int64_t power_of_ten(std::size_t digits) {
  std::int64_t power = 1;
  for (std::size_t i = 0; i < digits; ++i) power *= 10;
  return power;
}

std::optional<PeriodRules> take_period(ScalarCursor& cursor) {
  if (!cursor.take("per")) return PeriodRules{};
  if (cursor.take("rolling")) {
    const auto months = cursor.take_number();
    if (!months || *months < 1 || *months > 120 || !cursor.take_any({"months", "month"})) {
      return std::nullopt;
    }
    return PeriodRules{PeriodKind::rolling, static_cast<int>(*months)};
  }
  if (cursor.take("contract month")) return PeriodRules{PeriodKind::contract_month, 0};
  for (const auto kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::half,
                          PeriodKind::year, PeriodKind::order}) {
    if (cursor.take(key_of(kind))) return PeriodRules{kind, 0};
  }
  return std::nullopt;
}

/// "<= 4h" after percentile, mean and maximum.
std::optional<Fault> take_limit(ScalarCursor& cursor, std::string_view text,
                                RequiredClause& clause) {
  if (!cursor.take_sign("<=")) return required_fault(text);
  const auto limit = take_duration(cursor, text);
  if (!limit) return limit.error();
  clause.limit = *limit;
  return std::nullopt;
}

std::optional<Fault> take_statistic(ScalarCursor& cursor, std::string_view text,
                                    RequiredClause& clause) {
  if (cursor.take("none")) return std::nullopt;
  if (cursor.take("percentile")) {
    clause.statistic = Statistic::percentile;
    const auto rank = cursor.take_number();
    if (!rank || *rank < 1 || *rank > 100) return required_fault(text);
    clause.percentile = static_cast<int>(*rank);
    return take_limit(cursor, text, clause);
  }
  if (cursor.take("mean")) {
    clause.statistic = Statistic::mean;
    return take_limit(cursor, text, clause);
  }
  if (cursor.take("maximum")) {
    clause.statistic = Statistic::maximum;
    return take_limit(cursor, text, clause);
  }
  if (cursor.take("count")) {
    clause.statistic = Statistic::count;
    if (!cursor.take_sign("<=")) return required_fault(text);
    clause.at_most = cursor.take_number();
    return clause.at_most ? std::nullopt : std::optional{required_fault(text)};
  }
  if (!cursor.next_is_digit()) return required_fault(text);
  const auto rate = take_rate(cursor, text);
  if (!rate) return rate.error();
  clause.required = *rate;
  return std::nullopt;
}

std::string period_text(const PeriodRules& period) {
  if (period.kind == PeriodKind::rolling) {
    return "per rolling " + std::to_string(period.rolling) + " months";
  }
  if (period.kind == PeriodKind::contract_month) return "per contract month";
  return "per " + std::string{key_of(period.kind)};
}

}  // namespace

Result<Ratio> take_rate(ScalarCursor& cursor, std::string_view text) {
  const auto whole = cursor.take_number();
  if (!whole) return rate_fault(text);
  Ratio rate{*whole, 100};
  if (cursor.take_sign("/")) {
    const auto denominator = cursor.take_number();
    if (!denominator || *denominator == 0) return rate_fault(text);
    rate.denominator = *denominator;
  } else {
    if (cursor.take_sign(".") || cursor.take_sign(",")) {
      const auto digits = cursor.count_digits();
      const auto decimals = cursor.take_number();
      if (!decimals || digits > most_decimals) return rate_fault(text);
      const auto power = power_of_ten(digits);
      rate = {*whole * power + *decimals, 100 * power};
    }
    if (!cursor.take_sign("%")) return rate_fault(text);
  }
  if (compare(rate, {1, 1}) > 0) {
    return scalar_fault(FaultCode::rate_over_100, text, {{"text", std::string{text}}});
  }
  return rate;
}

Result<Ratio> rate_from(std::string_view text) {
  ScalarCursor cursor{text};
  auto rate = take_rate(cursor, text);
  if (rate && !cursor.at_end()) return rate_fault(text);
  return rate;
}

Result<RequiredClause> required_from(std::string_view text) {
  ScalarCursor cursor{text};
  RequiredClause clause;
  if (auto fault = take_statistic(cursor, text, clause)) return *fault;
  const auto period = take_period(cursor);
  if (!period || !cursor.at_end()) {
    return scalar_fault(FaultCode::period_malformed, text, {{"text", std::string{text}}},
                        {{"per month", CureWord::none, {}},
                         {"per quarter", CureWord::none, {}},
                         {"per half", CureWord::none, {}},
                         {"per year", CureWord::none, {}},
                         {"per contract month", CureWord::none, {}},
                         {"per rolling 3 months", CureWord::none, {}},
                         {"per order", CureWord::none, {}}});
  }
  clause.period = *period;
  return clause;
}

Result<Precision> precision_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto decimals = cursor.take_number();
  Precision precision;
  const bool well =
      decimals && *decimals <= most_decimals && cursor.take_any({"decimals", "decimal"});
  if (well) precision.decimals = static_cast<int>(*decimals);
  if (well && cursor.take_sign(",")) {
    if (cursor.take("down")) {
      precision.rounding = Rounding::down;
    } else if (!cursor.take("half up")) {
      cursor = ScalarCursor{text};
    }
  }
  if (well && cursor.at_end()) return precision;
  return scalar_fault(
      FaultCode::precision_malformed, text, {{"text", std::string{text}}},
      {{"1 decimal, half up", CureWord::none, {}}, {"2 decimals, down", CureWord::none, {}}});
}

Result<VolumeClause> volume_from(std::string_view text) {
  ScalarCursor cursor{text};
  VolumeClause clause;
  if (cursor.take("void_all")) {
    clause.effect = VolumeEffect::void_all;
  } else if (cursor.take("void_excess")) {
    clause.effect = VolumeEffect::void_excess;
  } else if (cursor.next_is_digit()) {
    const auto rate = take_rate(cursor, text);
    if (!rate && rate.error().code == FaultCode::rate_over_100) return rate.error();
    if (rate) clause.effect = VolumeEffect::relaxed_threshold;
    if (rate) clause.relaxed = *rate;
  }
  const auto above = cursor.take("above") ? cursor.take_number() : std::nullopt;
  if (clause.effect != VolumeEffect::none && above && cursor.at_end()) {
    clause.above = *above;
    return clause;
  }
  return scalar_fault(FaultCode::volume_malformed, text, {{"text", std::string{text}}},
                      {{"void_all above 120", CureWord::volume_void_all, {}},
                       {"void_excess above 120", CureWord::volume_void_excess, {}},
                       {"90 % above 120", CureWord::volume_relaxed, {}}});
}

Result<SmallSample> small_sample_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto allowed = cursor.take_number();
  const bool well = allowed && cursor.take_any({"misses", "miss"}) && cursor.take("under");
  const auto under = well ? cursor.take_number() : std::nullopt;
  if (under && cursor.at_end()) return SmallSample{.under = *under, .allowed = *allowed};
  return scalar_fault(FaultCode::small_sample_malformed, text, {{"text", std::string{text}}},
                      {{"1 miss under 20", CureWord::one_miss_under_20, {}}});
}

std::string rate_text(Ratio rate) {
  if (100 % rate.denominator == 0) {
    return std::to_string(rate.numerator * (100 / rate.denominator)) + " %";
  }
  for (std::size_t digits = 1; digits <= most_decimals; ++digits) {
    const auto power = power_of_ten(digits);
    if (rate.denominator != 100 * power) continue;
    auto decimals = std::to_string(rate.numerator % power);
    decimals.insert(0, digits - decimals.size(), '0');
    return std::to_string(rate.numerator / power) + "." + decimals + " %";
  }
  return std::to_string(rate.numerator) + "/" + std::to_string(rate.denominator);
}

std::string required_text(const RequiredClause& clause) {
  std::string text = "none";
  const auto limit = clause.limit ? " <= " + duration_text(*clause.limit) : std::string{};
  switch (clause.statistic) {
    case Statistic::ratio:
      if (clause.required) text = rate_text(*clause.required);
      break;
    case Statistic::percentile:
      text = "percentile " + std::to_string(clause.percentile) + limit;
      break;
    case Statistic::mean:
    case Statistic::maximum:
      text = std::string{key_of(clause.statistic)} + limit;
      break;
    case Statistic::count:
      text = "count <= " + std::to_string(clause.at_most.value_or(0));
      break;
  }
  return text + " " + period_text(clause.period);
}

std::string precision_text(const Precision& precision) {
  return std::to_string(precision.decimals) + (precision.decimals == 1 ? " decimal" : " decimals") +
         (precision.rounding == Rounding::down ? ", down" : ", half up");
}

std::string volume_text(const VolumeClause& volume) {
  const auto effect = volume.effect == VolumeEffect::relaxed_threshold
                          ? rate_text(volume.relaxed)
                          : std::string{key_of(volume.effect)};
  return effect + " above " + std::to_string(volume.above);
}

std::string small_sample_text(const SmallSample& sample) {
  return std::to_string(sample.allowed) + (sample.allowed == 1 ? " miss" : " misses") + " under " +
         std::to_string(sample.under);
}

}  // namespace vigie
