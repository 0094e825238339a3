// Exact fractions. Ratios stay integer pairs until they are shown.
#pragma once

#include <compare>
#include <cstdint>

#include "engine/base/wide.h"

namespace vigie {

/// numerator / denominator, denominator > 0. Not reduced: 16826/22010 stays what was counted.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// Exact comparison of values: 1/2 equals 2/4. No float, no overflow (128-bit products).
constexpr std::strong_ordering compare(Ratio a, Ratio b) {
  const auto left = static_cast<Wide>(a.numerator) * b.denominator;
  const auto right = static_cast<Wide>(b.numerator) * a.denominator;
  return left <=> right;
}

constexpr bool operator==(Ratio a, Ratio b) { return compare(a, b) == 0; }

enum class Rounding : std::uint8_t { half_up, down };

/// `ratio` x 100 rounded to `decimals` places, as a whole number of the last place:
/// 16826/22010 at 2 decimals is 7645 (half up: half away from zero). Source: design J7.
std::int64_t percent_units(Ratio ratio, int decimals, Rounding rounding);

}  // namespace vigie
