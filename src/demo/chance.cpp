#include "demo/chance.h"

#include <array>

namespace vigie {

namespace {

/// Quantiles of a log-normal spread of sigma 0.8, in per mille of the median, at 0, 5, ... 95 per
/// cent, then 98, 99 and 100 (cut).
struct Quantile {
  std::int64_t at;  // per mille
  std::int64_t times;
};
constexpr std::array<Quantile, 23> spread{
    {{0, 80},     {50, 268},   {100, 359},  {150, 436},  {200, 510},  {250, 583},
     {300, 657},  {350, 735},  {400, 817},  {450, 904},  {500, 1000}, {550, 1106},
     {600, 1225}, {650, 1361}, {700, 1521}, {750, 1715}, {800, 1961}, {850, 2291},
     {900, 2788}, {950, 3728}, {980, 5170}, {990, 6430}, {1000, 9500}}};

}  // namespace

std::uint64_t Chance::next() {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31U);
}

std::int64_t Chance::below(std::int64_t bound) {
  return static_cast<std::int64_t>((next() >> 1U) % static_cast<std::uint64_t>(bound));
}

std::size_t Chance::pick(std::span<const std::int64_t> weights) {
  std::int64_t sum = 0;
  for (const std::int64_t weight : weights) sum += weight;
  std::int64_t drawn = below(sum);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    drawn -= weights[i];
    if (drawn < 0) return i;
  }
  return weights.size() - 1;
}

std::int64_t Chance::around(std::int64_t median) {
  const std::int64_t drawn = below(100'000);  // per cent mille
  std::size_t i = 1;
  while (drawn >= spread[i].at * 100) ++i;
  const Quantile& low = spread[i - 1];
  const Quantile& high = spread[i];
  const std::int64_t width = (high.at - low.at) * 100;
  const std::int64_t into = drawn - low.at * 100;
  return median * (low.times * width + (high.times - low.times) * into) / (1000 * width);
}

Chance chance_of(std::uint64_t seed, std::uint64_t thing) {
  Chance mixed{seed * 0x2545f4914f6cdd1dU + thing};
  return Chance{mixed.next()};
}

}  // namespace vigie
