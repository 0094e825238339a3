#include "engine/base/money.h"

#include <algorithm>
#include <numeric>

#include "engine/base/require.h"

namespace vigie {

namespace {

Wide product(Wide a, Wide b) {
  Wide result = 0;
  require(!__builtin_mul_overflow(a, b, &result), "an amount leaves 128 bits");
  return result;
}

Wide sum(Wide a, Wide b) {
  Wide result = 0;
  require(!__builtin_add_overflow(a, b, &result), "an amount leaves 128 bits");
  return result;
}

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

}  // namespace

int decimals_of(Currency currency) {
  switch (currency) {
    case Currency::TND:
      return 3;
    case Currency::XOF:
    case Currency::XPF:
    case Currency::JPY:
      return 0;
    case Currency::EUR:
    case Currency::USD:
    case Currency::CAD:
    case Currency::GBP:
    case Currency::CHF:
    case Currency::MAD:
      break;
  }
  return 2;
}

Exact::Exact(Wide numerator, Wide denominator) {
  require(denominator > 0, "the denominator of an amount is positive");
  const Wide divisor = greatest_divisor(numerator, denominator);
  numerator_ = numerator / divisor;
  denominator_ = denominator / divisor;
}

Exact::Exact(Ratio ratio) : Exact{ratio.numerator, ratio.denominator} {}

Exact operator+(Exact a, Exact b) {
  const Wide divisor = greatest_divisor(a.denominator_, b.denominator_);
  const Wide left = product(a.numerator_, b.denominator_ / divisor);
  const Wide right = product(b.numerator_, a.denominator_ / divisor);
  return {sum(left, right), product(a.denominator_, b.denominator_ / divisor)};
}

Exact operator-(Exact a, Exact b) { return a + Exact{-b.numerator_, b.denominator_}; }

/// Reduced across before multiplying, so that only results that are too large overflow.
Exact operator*(Exact a, Exact b) {
  const Exact left{a.numerator_, b.denominator_};
  const Exact right{b.numerator_, a.denominator_};
  return {product(left.numerator_, right.numerator_),
          product(left.denominator_, right.denominator_)};
}

std::strong_ordering operator<=>(Exact a, Exact b) { return (a - b).numerator_ <=> Wide{0}; }

bool operator==(Exact a, Exact b) {
  return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::int64_t rounded(Exact amount) {
  const Wide doubled = product(magnitude(amount.numerator()), 2);
  const Wide units = sum(doubled, amount.denominator()) / product(amount.denominator(), 2);
  return static_cast<std::int64_t>(amount.numerator() < 0 ? -units : units);
}

std::int64_t cut(Exact value) {
  return static_cast<std::int64_t>(value.numerator() / value.denominator());
}

std::int64_t begun(Exact value) {
  const std::int64_t whole = cut(value);
  return value.is_whole() ? whole : whole + 1;
}

std::vector<std::int64_t> split(std::int64_t total, const std::vector<std::int64_t>& weights) {
  const Wide whole = std::accumulate(weights.begin(), weights.end(), Wide{0});
  require(whole > 0, "a split needs a weight that is not zero");
  const Wide size = magnitude(total);
  std::vector<std::int64_t> parts;
  std::vector<Wide> remainders;
  Wide left = size;
  for (const std::int64_t weight : weights) {
    const Wide share = product(size, weight);
    parts.push_back(static_cast<std::int64_t>(share / whole));
    remainders.push_back(share % whole);
    left -= share / whole;
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++parts[order[i]];
  if (total < 0) {
    for (std::int64_t& part : parts) part = -part;
  }
  return parts;
}

}  // namespace vigie
