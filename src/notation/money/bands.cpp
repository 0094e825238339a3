#include "notation/money/bands.h"

#include <algorithm>

#include "notation/agreement_clause.h"
#include "notation/money/award.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_rate.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::int64_t seconds_of_hour = 3600;

struct BandEnd {
  Bands::Axis axis = Bands::Axis::rate;
  Ratio value{0, 1};
};

Result<BandEnd> band_end_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto number = cursor.take_number();
  if (number && cursor.take("missed") && cursor.at_end()) {
    return BandEnd{Bands::Axis::missed, {*number, 1}};
  }
  if (const auto rate = rate_from(text)) return BandEnd{Bands::Axis::rate, *rate};
  if (const auto length = duration_from(text)) {
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(*length);
    return BandEnd{Bands::Axis::overrun_hours, {whole.count(), seconds_of_hour}};
  }
  return scalar_fault(FaultCode::band_end_malformed, text, {{"text", std::string{text}}},
                      {{"95.0 %", CureWord::band_of_rate, {}},
                       {"3 missed", CureWord::band_of_misses, {}},
                       {"4h", CureWord::band_of_overrun, {}}});
}

/// Steps of the precision in the whole: 1000 at one decimal of a percent.
std::int64_t steps_of(const Precision& precision) {
  std::int64_t steps = 100;
  for (int i = 0; i < precision.decimals; ++i) steps *= 10;
  return steps;
}

/// `end` in steps of the precision; none when it is finer.
std::optional<std::int64_t> in_steps(Ratio end, std::int64_t steps) {
  const auto product = static_cast<Wide>(end.numerator) * steps;
  if (product % end.denominator != 0) return std::nullopt;
  return static_cast<std::int64_t>(product / end.denominator);
}

class BandsReader {
 public:
  BandsReader(Clauses& clauses, Currency currency, const std::optional<Precision>& precision)
      : clauses_(clauses), currency_(currency), precision_(precision) {}

  Bands read(const YamlNode& list) {
    Bands bands;
    for (const auto& item : list.items) bands.bands.push_back(read_band(item));
    bands.axis = axis_.value_or(Bands::Axis::rate);
    std::stable_sort(bands.bands.begin(), bands.bands.end(), [](const Band& a, const Band& b) {
      if (!a.from || !b.from) return !a.from && b.from;
      return compare(*a.from, *b.from) < 0;
    });
    return bands;
  }

 private:
  Band read_band(const YamlNode& item) {
    Clauses own{item,
                clauses_.where() + ".bands",
                clauses_.faults(),
                {.describes = describes<ClauseSection::band>}};
    Band band{.from = {}, .to = {}, .award = {}, .place = item.place};
    band.from = read_end(own, "from", false);
    band.to = read_end(own, "to", true);
    read_scalar(
        own, "credit", [this](std::string_view text) { return award_from(text, currency_); },
        band.award);
    if (item.find("credit") == nullptr) own.refuse_missing("credit");
    own.refuse_unknown();
    return band;
  }

  std::optional<Ratio> read_end(Clauses& clauses, std::string_view key, bool is_upper) {
    const YamlNode* node = clauses.find_scalar(key);
    if (node == nullptr) return std::nullopt;
    const auto end = band_end_from(node->text);
    if (!end) {
      clauses.add(located(end.error(), *node));
      return std::nullopt;
    }
    if (axis_.value_or(end->axis) != end->axis) {
      clauses.add(node_fault(FaultCode::bands_mixed, *node, {{"text", node->text}}));
    }
    axis_ = end->axis;
    return closed(*end, is_upper, *node);
  }

  /// The end moved to the next step when it is included.
  std::optional<Ratio> closed(const BandEnd& end, bool is_upper, const YamlNode& node) {
    if (end.axis == Bands::Axis::missed) {
      return Ratio{end.value.numerator + (is_upper ? 1 : 0), 1};
    }
    if (end.axis != Bands::Axis::rate || !precision_) return end.value;
    const auto steps = steps_of(*precision_);
    const auto at = in_steps(end.value, steps);
    if (!at) {
      clauses_.add(node_fault(
          FaultCode::band_finer_than_precision, node,
          {{"text", node.text}, {"precision", precision_text(*precision_)}},
          {{rate_text(Ratio{percent_units(end.value, precision_->decimals, Rounding::down), steps}),
            CureWord::none,
            {}}}));
      return end.value;
    }
    return Ratio{*at + (is_upper ? 1 : 0), steps};
  }

  Clauses& clauses_;
  Currency currency_;
  const std::optional<Precision>& precision_;
  std::optional<Bands::Axis> axis_;
};

}  // namespace

std::optional<Bands> read_bands(Clauses& clauses, Currency currency,
                                const std::optional<Precision>& precision) {
  const YamlNode* list = clauses.find_list("bands");
  if (list == nullptr) return std::nullopt;
  return BandsReader{clauses, currency, precision}.read(*list);
}

std::string band_end_text(Ratio end, bool is_upper, Bands::Axis axis,
                          const std::optional<Precision>& precision) {
  switch (axis) {
    case Bands::Axis::missed:
      return std::to_string(end.numerator / end.denominator - (is_upper ? 1 : 0)) + " missed";
    case Bands::Axis::overrun_hours:
      return duration_text(std::chrono::seconds{end.numerator * seconds_of_hour / end.denominator});
    case Bands::Axis::rate:
      break;
  }
  if (!precision) return rate_text(end);
  const auto steps = steps_of(*precision);
  const auto at = in_steps(end, steps);
  return at ? rate_text(Ratio{*at - (is_upper ? 1 : 0), steps}) : rate_text(end);
}

void write_bands(YamlText& yaml, const Bands& bands, Currency currency,
                 const std::optional<Precision>& precision) {
  yaml.open("bands");
  for (const auto& band : bands.bands) {
    yaml.open_item();
    const auto text = [&](const std::optional<Ratio>& end, bool is_upper) {
      return end ? band_end_text(*end, is_upper, bands.axis, precision) : std::string{};
    };
    yaml.scalar("from", text(band.from, false));
    yaml.scalar("to", text(band.to, true));
    yaml.scalar("credit", award_text(band.award, currency));
    yaml.close();
  }
  yaml.close();
}

}  // namespace vigie
