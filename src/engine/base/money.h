// Money: whole minor units with a currency, excluding VAT; amounts not rounded yet stay exact.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "engine/base/ratio.h"
#include "engine/base/wide.h"
#include "vocabulary/money.h"

namespace vigie {

/// 2,400.00 EUR is {240000, EUR}. Never a fraction of a minor unit. Source: design P1.
struct Money {
  std::int64_t minor = 0;
  Currency currency = Currency::EUR;
  friend constexpr bool operator==(const Money&, const Money&) = default;
};

/// Decimals of the currency: 2 for EUR, 3 for TND, 0 for JPY. Source: ISO 4217.
int decimals_of(Currency currency);

/// An exact number, reduced, denominator > 0. Sums and products that leave 128 bits are our fault:
/// terms keep amounts under 10^15 minor units, and shares, weights and multipliers at six digits.
class Exact {
 public:
  constexpr Exact() = default;
  constexpr Exact(std::int64_t whole) : numerator_{whole} {}  // NOLINT: meant to convert
  Exact(Wide numerator, Wide denominator);
  explicit Exact(Ratio ratio);

  Wide numerator() const { return numerator_; }
  Wide denominator() const { return denominator_; }
  bool is_whole() const { return denominator_ == 1; }

  friend Exact operator+(Exact a, Exact b);
  friend Exact operator-(Exact a, Exact b);
  friend Exact operator*(Exact a, Exact b);
  friend std::strong_ordering operator<=>(Exact a, Exact b);
  friend bool operator==(Exact a, Exact b);

 private:
  Wide numerator_ = 0;
  Wide denominator_ = 1;
};

/// The one rounding of a ledger line: half away from zero. Source: design P1.
std::int64_t rounded(Exact amount);

/// Cut to a whole number, toward zero: so that a limit is never exceeded.
std::int64_t cut(Exact value);

/// The least whole number that is not below `value`, which is not negative: units begun.
std::int64_t begun(Exact value);

/// Parts of `total` in proportion to `weights`, by the largest remainder, the first of equals: they
/// sum to `total`. Weights are not negative and not all zero. Source: design P1.
std::vector<std::int64_t> split(std::int64_t total, const std::vector<std::int64_t>& weights);

}  // namespace vigie
