// Rates and what is required of a period: "95 % per month", "percentile 95 <= 4h per quarter".
#pragma once

#include <string>
#include <string_view>

#include "engine/agreement/clauses.h"
#include "engine/base/ratio.h"
#include "engine/base/result.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// "95 %", "99.95 %" (9995/10000), "95/100": exact, from 0 to 1.
Result<Ratio> rate_from(std::string_view text);

/// The same at a cursor; `text` is the whole scalar, for places. What follows is left.
Result<Ratio> take_rate(ScalarCursor& cursor, std::string_view text);

/// What `required` says. Only the fields that it names are set.
struct RequiredClause {
  Statistic statistic = Statistic::ratio;
  int percentile = 0;
  std::optional<Ratio> required;
  std::optional<Duration> limit;
  std::optional<std::int64_t> at_most;
  PeriodRules period;
};

/// Reads "95 % per month", "95/100 per quarter", "percentile 95 <= 4h", "mean <= 4h per quarter",
/// "maximum <= 24h", "count <= 3 per month", "none per year". `per` may be followed by month,
/// quarter, half, year, contract month, rolling 3 months, order; without it: month.
Result<RequiredClause> required_from(std::string_view text);

/// "1 decimal, half up", "2 decimals, down"; without a rounding: half up.
Result<Precision> precision_from(std::string_view text);

/// "void_all above 120", "void_excess above 120", "90 % above 120".
Result<VolumeClause> volume_from(std::string_view text);

/// "1 miss under 20", "2 misses under 50".
Result<SmallSample> small_sample_from(std::string_view text);

/// The spellings that the readers above take back to the same.
std::string rate_text(Ratio rate);
std::string required_text(const RequiredClause& clause);
std::string precision_text(const Precision& precision);
std::string volume_text(const VolumeClause& volume);
std::string small_sample_text(const SmallSample& sample);

}  // namespace vigie
