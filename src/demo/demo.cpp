#include "demo/demo.h"

#include <algorithm>
#include <tuple>

#include "demo/moved.h"
#include "demo/outage_story.h"
#include "demo/present_story.h"
#include "demo/rhythm.h"
#include "demo/storage_story.h"
#include "engine/base/require.h"
#include "notation/ndjson_events.h"
#include "notation/ndjson_outages.h"

namespace vigie {

namespace {

/// One small customer joins for so many tickets.
constexpr std::uint64_t tickets_a_small_customer = 2'000;
// Open when a story that was moved ends: of so many tickets one, and no fewer than that.
constexpr std::uint64_t tickets_a_present = 25;
constexpr std::uint64_t least_present = 40;
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

Interval written_span(ZoneSource& zones) {
  const Zone* home = zones.find("Europe/Paris");
  require(home != nullptr, "the zones of the demo are installed");
  return demo_span(*home);
}

}  // namespace

std::string agreement_until(const DemoDocument& document, std::optional<Instant> until,
                            ZoneSource& zones) {
  return moved_dates(document.text, moved_until(until, written_span(zones).to).months);
}

Interval demo_days(std::optional<Instant> until, ZoneSource& zones) {
  const Interval span = written_span(zones);
  const Moved moved = moved_until(until, span.to);
  return {span.from + moved.by, moved.until + moved.by};
}

void tell_demo(const DemoRequest& request, const std::function<void(std::string_view)>& write,
               const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const Moved moved = moved_until(request.until, written_span(request.zones).to);
  const Crews working{request.zones};
  Names names;
  const StoryRequest stories{
      .crews = working, .names = names, .seed = request.seed, .until = moved.until};
  std::string lines;
  const auto tell_lines = [&](const History& history) {
    if (!history.events.empty()) append_event_lines(lines, history, names);
    if (lines.size() < piece_bytes) return;
    write(lines);
    lines.clear();
  };
  const auto tell = [&](History history) {
    move(history, moved);
    tell_lines(history);
  };
  std::uint64_t done = 0;
  for (const PhoneCall& call : draw_calls(request)) {
    tell(story_of(call, stories));
    if (progress && ++done % 4096 == 0) progress(done, request.tickets);
  }
  const auto children = static_cast<std::int64_t>(request.tickets / tickets_a_child);
  for (const History& history : storage_stories(children, stories)) tell(history);
  if (request.until) {
    const StoryRequest present{
        .crews = working, .names = names, .seed = request.seed, .until = *request.until};
    const auto count = std::max(least_present, request.tickets / tickets_a_present);
    for (const History& history :
         present_stories(static_cast<std::uint32_t>(count),
                         static_cast<std::uint32_t>(request.tickets) + 1, present)) {
      tell_lines(history);
    }
  }
  append_outage_lines(
      lines,
      outage_stories(
          {.seed = request.seed, .zones = request.zones, .names = names, .moved = moved}),
      names);
  write(lines);
}

}  // namespace vigie
