#include "engine/agreement/check_bands.h"

#include <algorithm>

#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr int most_decimals = 3;

std::string decimal_text(Ratio percent_of, int decimals) {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const std::int64_t units = percent_units(percent_of, decimals, Rounding::half_up);
  std::string text = std::to_string(units / scale);
  std::string rest = std::to_string(scale + units % scale).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? text : text + "." + rest;
}

/// The step of a rate at `decimals` places of a percent.
Ratio step_at(int decimals) {
  std::int64_t scale = 100;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  return {1, scale};
}

/// `end` + `steps` x `step`, whose denominator is a power of ten.
Ratio moved(Ratio end, Ratio step, int steps) {
  return {end.numerator * step.denominator + steps * step.numerator * end.denominator,
          end.denominator * step.denominator};
}

class BandsCheck {
 public:
  BandsCheck(const BandsRequest& request, ScheduleCheck& check)
      : request_(request), check_(check) {}

  void run() {
    const auto& bands = request_.bands.bands;
    for (const Band& band : bands) {
      if (band.from && band.to && compare(*band.from, *band.to) >= 0) refuse_empty(band);
    }
    for (std::size_t i = 1; i < bands.size(); ++i) check_pair(bands[i - 1], bands[i]);
    if (!bands.empty()) check_worst();
  }

 private:
  bool is_rate() const { return request_.bands.axis == Bands::Axis::rate; }

  std::string end_text(Ratio end) const {
    switch (request_.bands.axis) {
      case Bands::Axis::rate:
        return decimal_text(end, 6) + " %";
      case Bands::Axis::missed:
        return std::to_string(end.numerator / end.denominator) + " missed";
      case Bands::Axis::overrun_hours:
        break;
    }
    const std::int64_t minutes = end.numerator * 60 / end.denominator;
    return minutes % 60 == 0 ? std::to_string(minutes / 60) + "h" : std::to_string(minutes) + "min";
  }

  /// An upper end as the document writes it: included when there is a precision, and for misses.
  std::string upper_text(Ratio end) const {
    if (request_.bands.axis == Bands::Axis::missed) return end_text(moved(end, {1, 1}, -1));
    if (!is_rate() || !request_.precision) return end_text(end);
    return end_text(moved(end, step_at(request_.precision->decimals), -1));
  }

  std::string text_of(const std::optional<Ratio>& from, const std::optional<Ratio>& to) const {
    std::string text = "{";
    if (from) text += "from: " + end_text(*from);
    if (from && to) text += ", ";
    if (to) text += "to: " + upper_text(*to);
    return text + "}";
  }
  std::string text_of(const Band& band) const { return text_of(band.from, band.to); }

  CureWord meaning_of_end() const {
    if (request_.bands.axis == Bands::Axis::overrun_hours) return CureWord::upper_end_excluded;
    if (is_rate() && !request_.precision) return CureWord::upper_end_excluded;
    return is_rate() ? CureWord::upper_end_included : CureWord::none;
  }

  void refuse_empty(const Band& band) {
    check_.faults.push_back({.code = FaultCode::band_empty,
                             .arguments = {{"band", text_of(band)}, {"line", request_.line}},
                             .place = band.place,
                             .cures = {{text_of(band.to, band.from), meaning_of_end()}}});
  }

  /// `one` is the lower of two bands that follow each other.
  void check_pair(const Band& one, const Band& other) {
    if (!one.to || !other.from) {
      refuse_pair(FaultCode::bands_overlap, one, other);
      return;
    }
    const auto order = compare(*one.to, *other.from);
    if (order > 0) refuse_pair(FaultCode::bands_overlap, one, other);
    if (order < 0) refuse_pair(FaultCode::bands_gap, one, other);
  }

  void refuse_pair(FaultCode code, const Band& one, const Band& other) {
    const bool is_gap = code == FaultCode::bands_gap;
    const std::optional<Ratio> from = is_gap ? one.to : other.from;
    const std::optional<Ratio> to = is_gap ? other.from : one.to;
    Fault fault{.code = code,
                .arguments = {{"line", request_.line},
                              {"from", from ? end_text(*from) : "-∞"},
                              {"to", to ? end_text(*to) : "+∞"},
                              {"one", text_of(one)},
                              {"other", text_of(other)}},
                .place = is_gap ? one.place : other.place,
                .cures = {}};
    if (other.from) {
      fault.cures.push_back({text_of(one.from, other.from), meaning_of_end()});
    } else if (one.to) {
      fault.cures.push_back({text_of(one.to, other.to), meaning_of_end()});
    }
    if (is_gap && is_rate() && !request_.precision) offer_precision(*one.to, *other.from, fault);
    check_.faults.push_back(std::move(fault));
  }

  /// Ends that are one step apart touch when rates are rounded to that step first.
  static void offer_precision(Ratio to, Ratio from, Fault& fault) {
    for (int decimals = 0; decimals <= most_decimals; ++decimals) {
      if (compare(moved(to, step_at(decimals), 1), from) != 0) continue;
      fault.cures.push_back(
          {"precision: " + std::to_string(decimals) + (decimals == 1 ? " decimal" : " decimals"),
           CureWord::rates_rounded_first});
      return;
    }
  }

  void check_worst() {
    const auto& bands = request_.bands.bands;
    const auto& end = is_rate() ? bands.front().from : bands.back().to;
    if (!end || (is_rate() && compare(*end, {0, 1}) <= 0)) return;
    check_.warnings.push_back({.code = WarningCode::bands_end_early,
                               .arguments = {{"line", request_.line}, {"end", end_text(*end)}},
                               .place = is_rate() ? bands.front().place : bands.back().place,
                               .cures = {}});
  }

  const BandsRequest& request_;
  ScheduleCheck& check_;
};

}  // namespace

void check_bands(const BandsRequest& request, ScheduleCheck& check) {
  Bands sorted = request.bands;
  std::stable_sort(sorted.bands.begin(), sorted.bands.end(), [](const Band& a, const Band& b) {
    if (!a.from || !b.from) return !a.from && b.from;
    return compare(*a.from, *b.from) < 0;
  });
  BandsCheck{{request.line, sorted, request.precision}, check}.run();
}

}  // namespace vigie
