// How fast this machine's memory is, beside the figures that depend on it: a copy and a triad over
// far more than its caches hold, on one core.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace vigie {
namespace {

constexpr std::size_t values = std::size_t{1} << 24;  // 128 MiB an array

void memory_copy(benchmark::State& state) {
  const std::vector<std::uint64_t> from(values, 1);
  std::vector<std::uint64_t> to(values);
  for (auto _ : state) {
    std::copy(from.begin(), from.end(), to.begin());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(2 * values * 8));
}
BENCHMARK(memory_copy)->Unit(benchmark::kMillisecond);

void memory_triad(benchmark::State& state) {
  const std::vector<std::uint64_t> b(values, 1);
  const std::vector<std::uint64_t> c(values, 2);
  std::vector<std::uint64_t> a(values);
  for (auto _ : state) {
    for (std::size_t i = 0; i < values; ++i) a[i] = b[i] + 3 * c[i];
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(3 * values * 8));
}
BENCHMARK(memory_triad)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vigie
