#include "notation/money/tariff.h"

#include <numeric>

#include "notation/money/award.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_rate.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::int64_t most_divisor = 1'000'000;
constexpr std::int64_t most_factor = 1'000;
constexpr std::int64_t most_periods = 120;
constexpr std::int64_t most_days = 3'660;
constexpr std::size_t most_decimals = 6;

/// A scalar that does not follow its grammar, with what could be written.
Fault unread(std::string_view text, std::string_view key, std::vector<Cure> cures) {
  return scalar_fault(FaultCode::clause_malformed, text,
                      {{"text", std::string{text}}, {"key", std::string{key}}}, std::move(cures));
}

Cure writing(std::string text, CureWord means = CureWord::none) {
  return {.write = std::move(text), .means = means, .arguments = {}};
}

std::optional<int> take_count(ScalarCursor& cursor, std::int64_t most) {
  const auto number = cursor.take_number();
  if (!number || *number < 1 || *number > most) return std::nullopt;
  return static_cast<int>(*number);
}

/// "2", "1.5", "1/2", "30 %", reduced.
std::optional<Ratio> take_factor(ScalarCursor& cursor) {
  cursor.take("x");
  const auto whole = cursor.take_number();
  if (!whole) return std::nullopt;
  Ratio factor{*whole, 1};
  if (cursor.take_sign(".")) {
    const auto digits = cursor.count_digits();
    const auto decimals = cursor.take_number();
    if (!decimals || digits > most_decimals) return std::nullopt;
    for (std::size_t i = 0; i < digits; ++i) factor.denominator *= 10;
    factor.numerator = factor.numerator * factor.denominator + *decimals;
  } else if (cursor.take_sign("/")) {
    const auto denominator = cursor.take_number();
    if (!denominator || *denominator == 0) return std::nullopt;
    factor.denominator = *denominator;
  }
  if (cursor.take_sign("%")) factor.denominator *= 100;
  const auto divisor = std::gcd(factor.numerator, factor.denominator);
  if (factor.numerator == 0 || compare(factor, {most_factor, 1}) > 0) return std::nullopt;
  return Ratio{factor.numerator / divisor, factor.denominator / divisor};
}

Fault each_fault(std::string_view text) {
  return unread(text, "each",
                {writing("150.00 per started hour", CureWord::unit_started),
                 writing("150.00 per elapsed hour", CureWord::unit_elapsed),
                 writing("10 % per started 1 %", CureWord::step_of_rate)});
}

/// "hour", "30 min", "24h": a unit of time, at least one second.
std::optional<Duration> take_time_unit(ScalarCursor& cursor, std::string_view text) {
  if (cursor.take("hour")) return std::chrono::hours{1};
  if (cursor.take("minute")) return std::chrono::minutes{1};
  const auto unit = take_duration(cursor, text);
  if (!unit || *unit < std::chrono::seconds{1}) return std::nullopt;
  return *unit;
}

/// Whether "1 %" comes next rather than a length of time.
bool next_is_rate(ScalarCursor cursor) {
  if (cursor.take_digits().empty()) return false;
  if (cursor.take_sign(".") && cursor.take_digits().empty()) return false;
  return cursor.take_sign("%");
}

Fault repeat_fault(std::string_view text) {
  return unread(text, "repeat",
                {writing("consecutive x 2", CureWord::repeat_consecutive),
                 writing("3 of 6 x 1.5", CureWord::repeat_n_of_m),
                 writing("consecutive x 2 compound at most x 8", CureWord::repeat_compound)});
}

/// "consecutive", "consecutive 3", "3 of 6".
bool take_repeat_kind(ScalarCursor& cursor, RepeatRule& rule) {
  if (cursor.take("consecutive")) {
    rule.kind = RepeatKind::consecutive;
    if (!cursor.next_is_digit()) return true;
    const auto times = take_count(cursor, most_periods);
    if (!times || *times < 2) return false;
    rule.times = *times;
    rule.of = *times;
    return true;
  }
  rule.kind = RepeatKind::n_of_m;
  const auto times = take_count(cursor, most_periods);
  const auto of = times && cursor.take("of") ? take_count(cursor, most_periods) : std::nullopt;
  if (!of || *of < *times) return false;
  rule.times = *times;
  rule.of = *of;
  return true;
}

}  // namespace

Result<LinearDelay> delay_from(std::string_view text) {
  ScalarCursor cursor{text};
  LinearDelay delay;
  const auto one = cursor.take_number();
  const bool well = one == 1 && cursor.take_sign("/");
  const auto divisor = well ? cursor.take_number() : std::nullopt;
  if (divisor && *divisor >= 1 && *divisor <= most_divisor && cursor.take("per")) {
    delay.divisor = *divisor;
    delay.business_days = cursor.take("business day");
    if ((delay.business_days || cursor.take("calendar day")) && cursor.at_end()) return delay;
  }
  return unread(text, "delay",
                {writing("1/1000 per calendar day", CureWord::days_all_count),
                 writing("1/1000 per business day", CureWord::days_that_open_count)});
}

std::string delay_text(const LinearDelay& delay) {
  return "1/" + std::to_string(delay.divisor) +
         (delay.business_days ? " per business day" : " per calendar day");
}

Result<Each> each_from(std::string_view text, Currency currency) {
  ScalarCursor cursor{text};
  if (!cursor.next_is_digit()) return each_fault(text);
  const auto award = take_award(cursor, text, currency);
  if (!award) return award.error();
  if (!cursor.take("per")) return each_fault(text);
  const bool is_started = cursor.take("started");
  if (!is_started && !cursor.take("elapsed")) return each_fault(text);
  const auto count = is_started ? UnitCount::started : UnitCount::elapsed;
  if (next_is_rate(cursor)) {
    const auto step = take_rate(cursor, text);
    if (!step || step->numerator == 0 || !cursor.at_end()) return each_fault(text);
    return Each{PerStep{.step = *step, .each = *award, .count = count}};
  }
  const auto unit = take_time_unit(cursor, text);
  if (!unit) return each_fault(text);
  PerUnit per{.unit = *unit, .each = *award, .count = count, .free = {}, .wall_clock = false};
  per.wall_clock = cursor.take("on the wall clock");
  if (!cursor.at_end()) return each_fault(text);
  return Each{per};
}

std::string each_text(const Each& each, Currency currency) {
  if (const auto* step = std::get_if<PerStep>(&each)) {
    return award_text(step->each, currency) + " per " + std::string{key_of(step->count)} + " " +
           rate_text(step->step);
  }
  const auto& unit = std::get<PerUnit>(each);
  const bool is_hour = unit.unit == std::chrono::hours{1};
  return award_text(unit.each, currency) + " per " + std::string{key_of(unit.count)} + " " +
         (is_hour ? "hour" : duration_text(unit.unit)) +
         (unit.wall_clock ? " on the wall clock" : "");
}

Result<Ratio> factor_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto factor = take_factor(cursor);
  if (factor && cursor.at_end()) return *factor;
  return scalar_fault(FaultCode::factor_malformed, text, {{"text", std::string{text}}},
                      {writing("x 2"), writing("1.5"), writing("1/2"), writing("30 %")});
}

std::string factor_text(Ratio factor) {
  const auto divisor = std::gcd(factor.numerator, factor.denominator);
  factor = {factor.numerator / divisor, factor.denominator / divisor};
  if (factor.denominator == 1) return "x " + std::to_string(factor.numerator);
  return "x " + std::to_string(factor.numerator) + "/" + std::to_string(factor.denominator);
}

Result<RepeatRule> repeat_from(std::string_view text) {
  ScalarCursor cursor{text};
  RepeatRule rule;
  if (cursor.take("none") && cursor.at_end()) return rule;
  if (!take_repeat_kind(cursor, rule)) return repeat_fault(text);
  const auto multiplier = take_factor(cursor);
  if (!multiplier) return repeat_fault(text);
  rule.multiplier = *multiplier;
  rule.compound = cursor.take("compound");
  if (cursor.take("at most")) {
    rule.at_most = take_factor(cursor);
    if (!rule.at_most || !rule.compound) return repeat_fault(text);
  }
  if (!cursor.at_end()) return repeat_fault(text);
  return rule;
}

std::string repeat_text(const RepeatRule& rule) {
  std::string text;
  if (rule.kind == RepeatKind::none) return "none";
  if (rule.kind == RepeatKind::consecutive) {
    text = "consecutive" + (rule.times == 2 ? "" : " " + std::to_string(rule.times));
  } else {
    text = std::to_string(rule.times) + " of " + std::to_string(rule.of);
  }
  text += " " + factor_text(rule.multiplier);
  if (rule.compound) text += " compound";
  if (rule.at_most) text += " at most " + factor_text(*rule.at_most);
  return text;
}

Result<MeasureClause> measure_from(std::string_view text) {
  ScalarCursor cursor{text};
  MeasureClause clause;
  if (cursor.take("period") && cursor.at_end()) return clause;
  if (cursor.take("ticket") && cursor.at_end()) {
    clause.measure = PenaltyMeasure::per_event;
    return clause;
  }
  if (cursor.take("slice of")) {
    const auto slice = take_time_unit(cursor, text);
    if (slice && cursor.at_end()) {
      clause.measure = PenaltyMeasure::per_slice;
      clause.slice = *slice;
      return clause;
    }
  }
  if (cursor.take("rolling")) {
    const auto periods = take_count(cursor, most_periods);
    if (periods && *periods > 1 && cursor.take("periods") && cursor.at_end()) {
      clause.measure = PenaltyMeasure::rolling;
      clause.rolling = *periods;
      return clause;
    }
  }
  return unread(
      text, "per",
      {writing("period", CureWord::per_period_figure), writing("ticket", CureWord::per_ticket_late),
       writing("slice of 10 min", CureWord::per_slice_down),
       writing("rolling 2 periods", CureWord::averaged_with_previous)});
}

std::string measure_text(const MeasureClause& clause) {
  switch (clause.measure) {
    case PenaltyMeasure::per_period:
      return "period";
    case PenaltyMeasure::per_event:
      return "ticket";
    case PenaltyMeasure::per_slice:
      return "slice of " + duration_text(clause.slice);
    case PenaltyMeasure::rolling:
      break;
  }
  return "rolling " + std::to_string(clause.rolling) + " periods";
}

Result<FreeAllowance> free_from(std::string_view text) {
  ScalarCursor cursor{text};
  ScalarCursor misses = cursor;
  const auto number = misses.take_number();
  if (number && misses.take_any({"misses", "miss"})) {
    FreeMisses free{.misses = *number, .over = 1};
    if (misses.take("over")) {
      const auto over = take_count(misses, most_periods);
      free.over = over.value_or(0);
      misses.take_any({"periods", "period"});
    }
    if (free.over > 0 && misses.at_end()) return FreeAllowance{free};
  } else if (cursor.next_is_digit()) {
    const auto length = take_duration(cursor, text);
    if (!length) return length.error();
    if (cursor.at_end()) return FreeAllowance{*length};
  }
  return unread(text, "free",
                {writing("30 min", CureWord::free_time), writing("2 misses", CureWord::free_misses),
                 writing("2 misses over 3 periods", CureWord::free_misses)});
}

std::string free_text(const FreeMisses& free) {
  const auto misses = std::to_string(free.misses) + (free.misses == 1 ? " miss" : " misses");
  return free.over == 1 ? misses : misses + " over " + std::to_string(free.over) + " periods";
}

Result<int> periods_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto count = take_count(cursor, most_periods);
  if (count && cursor.take_any({"periods", "period"}) && cursor.at_end()) return *count;
  return unread(text, "after", {writing("3 periods")});
}

Result<int> days_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto count = take_count(cursor, most_days);
  const bool well = count && cursor.take_any({"calendar days", "calendar day", "days", "day"});
  if (well && cursor.at_end()) return *count;
  return scalar_fault(FaultCode::days_malformed, text, {{"text", std::string{text}}},
                      {writing("15 days"), writing("21 days")});
}

}  // namespace vigie
