#include "demo/demo.h"

#include <algorithm>
#include <tuple>

#include "demo/outage_story.h"
#include "demo/rhythm.h"
#include "demo/storage_story.h"
#include "engine/base/require.h"
#include "notation/ndjson_events.h"
#include "notation/ndjson_outages.h"

namespace vigie {

namespace {

/// One small customer joins for so many tickets.
constexpr std::uint64_t tickets_a_small_customer = 2'000;
constexpr std::size_t great_customers = 6;
constexpr std::uint64_t tickets_a_child = 400;  // of the storage failure
constexpr std::size_t piece_bytes = 1 << 20;

std::vector<std::int64_t> shares(std::uint64_t tickets) {
  const auto& customers = demo_customers();
  const std::size_t count =
      std::min(customers.size(), great_customers + tickets / tickets_a_small_customer);
  std::vector<std::int64_t> weights;
  for (std::size_t i = 0; i < count; ++i) weights.push_back(customers[i].share);
  return weights;
}

std::vector<PhoneCall> draw_calls(const DemoRequest& request) {
  const auto& customers = demo_customers();
  const auto weights = shares(request.tickets);
  std::vector<Rhythm> rhythms;
  for (std::size_t i = 0; i < weights.size(); ++i)
    rhythms.emplace_back(customers[i], request.zones);
  std::vector<PhoneCall> calls(request.tickets);
  for (std::uint32_t i = 0; i < calls.size(); ++i) {
    Chance chance = chance_of(request.seed + 1, i);
    PhoneCall& call = calls[i];
    call.customer = static_cast<std::uint32_t>(chance.pick(weights));
    std::vector<std::int64_t> sites;
    for (const DemoSite& site : customers[call.customer].sites) sites.push_back(site.share);
    call.site = static_cast<std::uint32_t>(chance.pick(sites));
    call.at = rhythms[call.customer].draw(chance, call.site);
    call.drawn = i;
  }
  std::sort(calls.begin(), calls.end(), [](const PhoneCall& a, const PhoneCall& b) {
    return std::tie(a.at, a.drawn) < std::tie(b.at, b.drawn);
  });
  std::vector<std::uint32_t> last(weights.size());
  for (std::uint32_t i = 0; i < calls.size(); ++i) {
    calls[i].number = i + 1;
    calls[i].same_before = std::exchange(last[calls[i].customer], i + 1);
  }
  return calls;
}

}  // namespace

void tell_demo(const DemoRequest& request, const std::function<void(std::string_view)>& write,
               const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const Zone* home = request.zones.find("Europe/Paris");
  require(home != nullptr, "the zones of the demo are installed");
  const Crews working{request.zones};
  Names names;
  const StoryRequest stories{
      .crews = working, .names = names, .seed = request.seed, .until = demo_span(*home).to};
  std::string lines;
  const auto tell = [&](const History& history) {
    if (!history.events.empty()) append_event_lines(lines, history, names);
    if (lines.size() < piece_bytes) return;
    write(lines);
    lines.clear();
  };
  std::uint64_t done = 0;
  for (const PhoneCall& call : draw_calls(request)) {
    tell(story_of(call, stories));
    if (progress && ++done % 4096 == 0) progress(done, request.tickets);
  }
  const auto children = static_cast<std::int64_t>(request.tickets / tickets_a_child);
  for (const History& history : storage_stories(children, stories)) tell(history);
  append_outage_lines(
      lines, outage_stories({.seed = request.seed, .zones = request.zones, .names = names}), names);
  write(lines);
}

}  // namespace vigie
