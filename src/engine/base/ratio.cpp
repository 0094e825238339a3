#include "engine/base/ratio.h"

#include "engine/base/require.h"
#include "engine/base/wide.h"

namespace vigie {

std::int64_t percent_units(Ratio ratio, int decimals, Rounding rounding) {
  require(ratio.denominator > 0 && decimals >= 0 && decimals <= 9, "a ratio that can be shown");
  auto scaled = static_cast<Wide>(ratio.numerator) * 100;
  for (int i = 0; i < decimals; ++i) scaled *= 10;
  const bool is_negative = scaled < 0;
  if (is_negative) scaled = -scaled;
  auto units = scaled / ratio.denominator;
  const auto rest = scaled % ratio.denominator;
  if (rounding == Rounding::half_up && rest * 2 >= ratio.denominator) ++units;
  return static_cast<std::int64_t>(is_negative ? -units : units);
}

}  // namespace vigie
