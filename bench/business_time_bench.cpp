// The two questions of business time on a calendar with two windows a day and holidays, at
// horizons from hours to years: the cost must not grow with the distance.
#include <benchmark/benchmark.h>

#include <vector>

#include "connector/zone_folder.h"
#include "engine/calendar/compile_hours.h"

namespace vigie {
namespace {

using namespace std::chrono;

ServiceCalendar split_shift() {
  CalendarVersion version;
  for (std::size_t day = 0; day < 5; ++day) {
    version.week[day] = {{hours{8}, hours{12}}, {hours{14}, hours{18}}};
  }
  version.holidays.sets = {"fr"};
  return {.name = "office", .zone = "Europe/Paris", .versions = {version}, .windows = {}};
}

const HoursIndex& office() {
  static ZoneFolder zones;
  static const HoursIndex index = compile_hours(split_shift(), {.zones = zones}).value();
  return index;
}

// Instants spread over ten years; a fixed sequence.
const std::vector<Instant>& instants() {
  static const std::vector<Instant> spread = [] {
    std::vector<Instant> made(4096);
    std::uint64_t state = 20260302;
    for (Instant& at : made) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      const auto seconds_in = static_cast<std::int64_t>((state >> 33U) % (10U * 365U * 86400U));
      at = Instant{sys_days{year{2020} / January / 1}} + seconds{seconds_in};
    }
    return made;
  }();
  return spread;
}

void between(benchmark::State& state) {
  const HoursIndex& hours_of_office = office();
  const Duration distance = hours{state.range(0)};
  std::size_t i = 0;
  for (auto _ : state) {
    const Instant from = instants()[i++ % instants().size()];
    benchmark::DoNotOptimize(hours_of_office.between(from, from + distance));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(between)->ArgName("hours")->Arg(4)->Arg(50)->Arg(5'000);

void deadline(benchmark::State& state) {
  const HoursIndex& hours_of_office = office();
  const Duration budget = hours{state.range(0)};
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(hours_of_office.deadline(instants()[i++ % instants().size()], budget));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(deadline)->ArgName("hours")->Arg(4)->Arg(50)->Arg(5'000);

void compile_a_calendar(benchmark::State& state) {
  ZoneFolder zones;
  for (auto _ : state) {
    benchmark::DoNotOptimize(compile_hours(split_shift(), {.zones = zones}));
  }
}
BENCHMARK(compile_a_calendar)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vigie
