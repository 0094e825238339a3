// A ticket of six events under three targets, and a million of them asked again under other terms.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <string>

#include "connector/zone_folder.h"
#include "engine/compliance/evaluate.h"
#include "notation/agreement.h"

namespace vigie {
namespace {

using namespace std::chrono;

constexpr const char* agreement_text = R"(
id: bench
between: {provider: NOVA, customer: ACME}
in_force: {from: 2026-01-01}
zone: Europe/Paris
calendars:
  office: {hours: "mon-fri 08:00-12:00, mon-fri 14:00-18:00", holidays: [fr]}
targets:
  respond: {metric: response, within: 1h in office, required: 95 % per month}
  restore: {metric: restoration, within: 8h in office, required: 95 % per month}
  resolve: {metric: resolution, within: 16h in office, required: 90 % per month}
)";

/// Opened with a priority, acknowledged, waits for the customer, goes on, is resolved: six events.
void tell(Histories& histories, Names& names, std::uint32_t number) {
  const auto ticket = names.intern<Ticket>("INC" + std::to_string(number));
  Instant at = Instant{sys_days{year{2026} / January / 5}} + minutes{number % 300'000U};
  const auto add = [&](EventWord word, minutes later) -> Event {
    at += later;
    Event event{.at = at, .recorded_at = at};
    event.word = word;
    return event;
  };
  Event classified = add(EventWord::classified, minutes{0});
  classified.attribute = Attribute::priority;
  classified.value = names.intern<AttributeValue>("P3");
  classified.effect = Effect::origin;
  Event awaiting = add(EventWord::awaiting, minutes{30 + number % 90});
  awaiting.party = party_of(Role::customer);
  Event opened = awaiting;
  opened = {.at = classified.at, .recorded_at = classified.at, .word = EventWord::opened};
  const Event acknowledged{.at = classified.at + minutes{10},
                           .recorded_at = classified.at + minutes{10},
                           .word = EventWord::acknowledged};
  const Event resumed = add(EventWord::resumed, hours{2 + number % 20});
  const Event resolved = add(EventWord::resolved, hours{1 + number % 30});
  const Event events[] = {opened, classified, acknowledged, awaiting, resumed, resolved};
  histories.append(ticket, events);
}

struct World {
  Names names;
  ZoneFolder zones;
  Terms terms;
  Histories histories;
};

const World& world_of(std::uint32_t tickets) {
  static std::map<std::uint32_t, std::unique_ptr<World>> worlds;
  auto& world = worlds[tickets];
  if (world != nullptr) return *world;
  world = std::make_unique<World>();
  auto read = read_agreement(agreement_text, "bench.yaml", world->names);
  world->terms = Terms::from({read.agreement.value()}, world->zones, world->names).terms;
  for (std::uint32_t i = 0; i < tickets; ++i) tell(world->histories, world->names, i);
  return *world;
}

void ticket_judged(benchmark::State& state) {
  const World& world = world_of(10'000);
  const Tickets tickets = world.histories.tickets();
  const Relations relations;
  JudgeStorage storage;
  Findings findings;
  History history;
  std::vector<Judgement> judgements;
  std::size_t i = 0;
  for (auto _ : state) {
    judgements.clear();
    tickets.read(i++ % tickets.size(), history);
    judge_ticket({.terms = world.terms,
                  .history = history,
                  .relations = relations,
                  .as_of = *world.histories.last_event(),
                  .with_held = state.range(0) != 0},
                 world.names, storage, judgements, findings);
    benchmark::DoNotOptimize(judgements.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ticket_judged)->ArgName("held")->Arg(0)->Arg(1);

void million_judged(benchmark::State& state) {
  const World& world = world_of(1'000'000);
  for (auto _ : state) {
    benchmark::DoNotOptimize(evaluate({.terms = world.terms,
                                       .histories = world.histories,
                                       .names = world.names,
                                       .as_of = *world.histories.last_event(),
                                       .threads = static_cast<unsigned>(state.range(0))}));
  }
  state.SetItemsProcessed(state.iterations() * 1'000'000);
}
BENCHMARK(million_judged)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vigie
