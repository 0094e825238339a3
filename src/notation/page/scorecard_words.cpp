#include "notation/page/scorecard_words.h"

#include <algorithm>

#include "notation/page/figures.h"

namespace vigie {
namespace {

std::string padded_left(const std::string& text, std::size_t width) {
  const auto taken = width_of(text);
  return std::string(width > taken ? width - taken : 0, ' ') + text;
}

/// Which sentence says the limit, and its arguments.
struct Limit {
  PageText text;
  std::vector<Argument> arguments;
};

Limit limit_of(const Commitment& commitment) {
  if (const auto* hours = std::get_if<ServiceDuration>(&commitment.within)) {
    return {commitment.strict ? PageText::within_hours_strictly : PageText::within_hours,
            {{"length", hours->budget}, {"calendar", commitment.calendar}}};
  }
  if (const auto* days = std::get_if<BusinessDays>(&commitment.within)) {
    return {PageText::within_business_days, {{"days", std::int64_t{days->days}}}};
  }
  if (const auto* span = std::get_if<CalendarSpan>(&commitment.within)) {
    if (span->months != 0) {
      return {PageText::within_months, {{"months", std::int64_t{span->months}}}};
    }
    return {PageText::within_days, {{"days", std::int64_t{span->days}}}};
  }
  return {PageText::within_date, {{"date", std::get<CarriedDate>(commitment.within).date}}};
}

}  // namespace

std::string within_words(const Commitment& commitment, Language language) {
  const auto limit = limit_of(commitment);
  return said(limit.text, limit.arguments, {.language = language});
}

std::string required_words(const Measurement& measurement, std::optional<Ratio> required,
                           Language language) {
  const DateStyle style{.language = language};
  const auto limited = [&](PageText text) {
    if (!measurement.limit) return std::string{};
    return said(
        text, {{"limit", *measurement.limit}, {"percentile", std::int64_t{measurement.percentile}}},
        style);
  };
  switch (measurement.statistic) {
    case Statistic::ratio: {
      const auto rate = required ? required : measurement.required;
      return rate ? required_text(*rate, language) : std::string{};
    }
    case Statistic::percentile:
      return limited(PageText::required_percentile);
    case Statistic::mean:
      return limited(PageText::required_mean);
    case Statistic::maximum:
      return limited(PageText::required_maximum);
    case Statistic::count:
      break;
  }
  if (!measurement.at_most) return {};
  return said(PageText::required_count, {{"at_most", *measurement.at_most}}, style);
}

void MetCells::see(const Tally& tally) {
  met_ = std::max(met_, width_of(count_text(tally.met, language_)));
  measured_ = std::max(measured_, width_of(count_text(tally.measured(), language_)));
}

std::string MetCells::cell(const Tally& tally) const {
  return padded_left(count_text(tally.met, language_), met_) + " / " +
         padded_left(count_text(tally.measured(), language_), measured_);
}

std::string page_title(PageText text, Language language) {
  return std::string{word_of(text, language)};
}

std::string rate_cell(const Tally& tally, Language language) {
  return rate_text({tally.met, tally.measured()}, 2, language);
}

}  // namespace vigie
