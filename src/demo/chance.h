// Chance that is the same everywhere: whole numbers from a seed.
#pragma once

#include <cstdint>
#include <span>

namespace vigie {

/// SplitMix64. Source: https://prng.di.unimi.it/splitmix64.c (public domain).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// 0 (included) to `bound` (excluded); `bound` is positive.
  std::int64_t below(std::int64_t bound);
  bool happens(std::int64_t per_mille) { return below(1000) < per_mille; }
  /// An index, in proportion to the weights; their sum is positive.
  std::size_t pick(std::span<const std::int64_t> weights);
  /// A length around `median`, as human work spreads: a few are over four times as long, 5 in 100
  /// over 3.7 times. The unit is that of `median`.
  std::int64_t around(std::int64_t median);

 private:
  std::uint64_t state_;
};

/// The chance of one thing among many made from one seed: it does not depend on the others.
Chance chance_of(std::uint64_t seed, std::uint64_t thing);

}  // namespace vigie
