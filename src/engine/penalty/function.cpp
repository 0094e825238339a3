#include "engine/penalty/function.h"

#include <algorithm>

#include "engine/penalty/ledger_step.h"

namespace vigie {

namespace {

Yield yield_of_award(const Award& award, Exact units) {
  switch (award.kind) {
    case Award::Kind::share:
      return {award.kind, Exact{award.share} * units};
    case Award::Kind::amount:
      return {award.kind, Exact{award.minor} * units};
    case Award::Kind::points:
      break;
  }
  return {Award::Kind::points, Exact{award.points} * units};
}

class Function {
 public:
  Function(const FunctionRequest& request, std::vector<LedgerStep>& steps)
      : clause_(request.clause), figure_(request.figure), request_(request), steps_(steps) {}

  std::optional<Yield> operator()(const Flat& flat) {
    if (clause_.measure == PenaltyMeasure::per_slice) return of_slices(flat);
    if (!figure_.attained || *figure_.attained != is_bonus()) return std::nullopt;
    return told(yield_of_award(flat.award, 1),
                is_bonus() ? LedgerStepWord::flat_bonus : LedgerStepWord::flat_miss, {});
  }

  std::optional<Yield> operator()(const Bands& bands) {
    const auto at = position_on(bands.axis);
    if (!at) return std::nullopt;
    for (const Band& band : bands.bands) {
      if (band.from && *at < Exact{*band.from}) continue;
      if (band.to && *at >= Exact{*band.to}) continue;
      return told(yield_of_award(band.award, 1), word_of(bands.axis, band), ends_of(bands, band));
    }
    return std::nullopt;
  }

  std::optional<Yield> operator()(const LinearDelay& delay) {
    if (!figure_.due_on || !figure_.missed) return std::nullopt;
    return told(
        {Award::Kind::share, Exact{*figure_.missed, delay.divisor}},
        delay.business_days ? LedgerStepWord::delay_business_days : LedgerStepWord::delay_days,
        {{"days", *figure_.missed}, {"due", *figure_.due_on}, {"divisor", delay.divisor}});
  }

  std::optional<Yield> operator()(const Shortfall& shortfall) {
    const auto gap = gap_of_rate();
    if (!gap) return std::nullopt;
    return told({Award::Kind::share, *gap * Exact{shortfall.factor}},
                is_bonus() ? LedgerStepWord::surplus_of : LedgerStepWord::shortfall_of,
                {{"gap", shown_ratio(*gap)}, {"factor", Factor{Exact{shortfall.factor}}}});
  }

  std::optional<Yield> operator()(const PerStep& per) {
    const auto gap = gap_of_rate();
    if (!gap) return std::nullopt;
    const Exact steps = *gap * Exact{per.step.denominator, per.step.numerator};
    const std::int64_t count = per.count == UnitCount::started ? begun(steps) : cut(steps);
    return told(yield_of_award(per.each, count), LedgerStepWord::steps_of,
                {{"count", count},
                 {"step", per.step},
                 {"counted", ledger_word(per.count)},
                 {"rate", shown_ratio(*figure_.rate)},
                 {"required", shown_ratio(*figure_.required)}});
  }

  /// A started unit begins one microsecond after the limit. Design P1.
  std::optional<Yield> operator()(const PerUnit& per) {
    if (!figure_.overrun || *figure_.overrun <= Duration{0}) return std::nullopt;
    const Duration beyond = std::max(*figure_.overrun - per.free, Duration{0});
    if (per.free > Duration{0}) {
      say(steps_, LedgerTopic::allowance, LedgerStepWord::units_free,
          {{"free", std::min(per.free, *figure_.overrun)}, {"overrun", *figure_.overrun}});
    }
    const Exact units{beyond.count(), per.unit.count()};
    const std::int64_t count = per.count == UnitCount::started ? begun(units) : cut(units);
    return told(yield_of_award(per.each, count), LedgerStepWord::units_of,
                {{"count", count},
                 {"unit", per.unit},
                 {"counted", ledger_word(per.count)},
                 {"overrun", beyond}});
  }

 private:
  bool is_bonus() const { return clause_.nature == PenaltyNature::bonus; }

  Yield told(Yield yield, LedgerStepWord word, std::vector<LedgerArgument> arguments) {
    LedgerValue shown = shown_ratio(yield.value);
    if (yield.kind == Award::Kind::amount) shown = money_value(yield.value, request_.currency);
    if (yield.kind == Award::Kind::points) shown = Factor{yield.value};
    show(steps_, LedgerTopic::rate, std::move(shown), word, std::move(arguments));
    return yield;
  }

  std::optional<Yield> of_slices(const Flat& flat) {
    if (!figure_.missed || *figure_.missed == 0) return std::nullopt;
    return told(yield_of_award(flat.award, *figure_.missed), LedgerStepWord::slices_each,
                {{"count", *figure_.missed}});
  }

  /// Under what is required, of a bonus above it; none when there is none.
  std::optional<Exact> gap_of_rate() const {
    if (!figure_.rate || !figure_.required) return std::nullopt;
    const Exact gap =
        is_bonus() ? *figure_.rate - *figure_.required : *figure_.required - *figure_.rate;
    if (gap <= Exact{0}) return std::nullopt;
    return gap;
  }

  std::optional<Exact> position_on(Bands::Axis axis) const {
    constexpr std::int64_t hour = Duration{std::chrono::hours{1}}.count();
    switch (axis) {
      case Bands::Axis::rate:
        return figure_.rate;
      case Bands::Axis::missed:
        if (!figure_.missed) return std::nullopt;
        return Exact{*figure_.missed};
      case Bands::Axis::overrun_hours:
        break;
    }
    if (!figure_.overrun) return std::nullopt;
    return Exact{figure_.overrun->count(), hour};
  }

  static LedgerStepWord word_of(Bands::Axis axis, const Band& band) {
    using enum LedgerStepWord;
    if (!band.from && !band.to) return band_all;
    constexpr LedgerStepWord words[][3] = {{band_between, band_under, band_from},
                                           {missed_between, missed_under, missed_from},
                                           {overrun_between, overrun_under, overrun_from}};
    const std::size_t ends = band.from && band.to ? 0 : band.to ? 1 : 2;
    return words[static_cast<std::size_t>(axis)][ends];
  }

  static std::vector<LedgerArgument> ends_of(const Bands& bands, const Band& band) {
    std::vector<LedgerArgument> ends;
    const auto add = [&](std::string_view name, Ratio end) {
      if (bands.axis == Bands::Axis::rate) {
        ends.push_back({name, end});
      } else {
        ends.push_back({name, Factor{Exact{end}}});
      }
    };
    if (band.from) add("from", *band.from);
    if (band.to) add("to", *band.to);
    return ends;
  }

  const PenaltyClause& clause_;
  const Figure& figure_;
  const FunctionRequest& request_;
  std::vector<LedgerStep>& steps_;
};

}  // namespace

std::optional<Yield> yield_of(const FunctionRequest& request, std::vector<LedgerStep>& steps) {
  return std::visit(Function{request, steps}, request.clause.function);
}

}  // namespace vigie
