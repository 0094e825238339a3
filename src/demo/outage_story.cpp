#include "demo/outage_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "demo/chance.h"
#include "demo/rhythm.h"
#include "demo/weakness.h"
#include "engine/base/require.h"

namespace vigie {

namespace {

using namespace std::chrono;

/// A service that somebody watches. `small` is how many small outages a year it has, about.
struct Watched {
  std::string_view name;
  std::string_view customer;
  std::string_view zone;
  std::int64_t small;
  std::int64_t median;  // minutes
};

constexpr std::string_view record = "Dossier patient";
constexpr std::string_view vpn = "VPN des agences";
constexpr std::string_view platform = "Claims platform";

constexpr std::array<Watched, 4> watched{{
    {"Réseau", "ACME Industrie", "Europe/Paris", 14, 22},
    {vpn, "Océane Voyages", "Indian/Reunion", 18, 12},
    {platform, "Boréal Assurance", "America/Toronto", 9, 16},
    {record, "Groupe Médiane Santé", "Europe/Paris", 7, 9},
}};

class Log {
 public:
  explicit Log(const OutageStoryRequest& request) : request_(request) {}

  OutageLog tell() {
    for (std::size_t i = 0; i < watched.size(); ++i) {
      observe(watched[i]);
      small_outages(watched[i], i);
    }
    maintenance();
    down(record, storage_failure(), "probe");
    three_fifty_nine();
    return std::move(log_);
  }

 private:
  Value value(std::string_view text) { return request_.names.intern<AttributeValue>(text); }

  const Zone& zone(std::string_view name) {
    const Zone* found = request_.zones.find(name);
    require(found != nullptr, "the zones of the demo are installed");
    return *found;
  }

  void observe(const Watched& service) {
    Interval seen = demo_span(zone(service.zone));
    seen.to = std::min(seen.to, std::max(seen.from, known_until(seen.to)));
    log_.append(Observation{.of = value(service.name), .interval = told(seen)});
  }

  /// What is later is not known yet; a story that was not moved is told whole.
  Instant known_until(Instant otherwise) const {
    return request_.moved.by == Duration{0} ? otherwise : request_.moved.until;
  }
  Interval told(Interval interval) const {
    return {interval.from + request_.moved.by, interval.to + request_.moved.by};
  }

  void small_outages(const Watched& service, std::size_t index) {
    Chance chance = chance_of(request_.seed + 2, index);
    const Interval span = demo_span(zone(service.zone));
    const auto length = duration_cast<minutes>(span.length()).count();
    std::vector<Interval> outages;
    for (std::int64_t i = 2 * service.small; i > 0; --i) {
      const Instant from = span.from + minutes{chance.below(length - 3000)};
      outages.push_back({from, from + minutes{1 + chance.around(service.median)}});
    }
    std::sort(outages.begin(), outages.end(),
              [](const Interval& a, const Interval& b) { return a.from < b.from; });
    for (const Interval& outage : outages) {
      down(service.name, outage, chance.happens(700) ? "probe" : "person",
           chance.happens(220) ? Ratio{1, 2} : Ratio{1, 1});
    }
  }

  void down(std::string_view of, Interval interval, std::string_view source,
            Ratio severity = {1, 1}) {
    if (interval.to + minutes{20} > known_until(interval.to + minutes{21})) return;
    interval = told(interval);
    const auto reference =
        request_.names.intern<OutageReference>(fmt::format("OUT-{:04}", ++outages_));
    const auto say = [&](Instant at, OutageWord word) {
      OutageEvent event{.at = at, .recorded_at = at, .word = word};
      if (word == OutageWord::detected) {
        event.severity = severity;
        event.source = value(source);
      }
      log_.append(reference, value(of), event);
    };
    say(interval.from, OutageWord::detected);
    if (interval.length() > minutes{9}) say(interval.from + minutes{4}, OutageWord::reported);
    say(interval.to, OutageWord::restored);
    if (interval.length() > minutes{30}) say(interval.to + minutes{20}, OutageWord::confirmed);
  }

  /// The second Sunday of each month, 02:00 to 05:00 in Montréal; the platform is down two hours.
  void maintenance() {
    const Zone& montreal = zone("America/Toronto");
    const year_month first{year{2024} / October};
    for (int i = 0; i < 24; ++i) {
      const year_month month = first + months{i};
      const local_days sunday{month / Sunday[2]};
      const Interval window{montreal.instant_of_edge(CivilTime{sunday + hours{2}}),
                            montreal.instant_of_edge(CivilTime{sunday + hours{5}})};
      const bool is_late = is_planted(Weakness::late_notice, "Boréal Assurance", window.from);
      const Instant announced = window.from - (is_late ? hours{9} : hours{240});
      if (announced > known_until(announced)) continue;
      log_.append(MaintenanceWindow{
          .reference = request_.names.intern<OutageReference>(fmt::format("MW-{:02}", i + 1)),
          .of = value(platform),
          .interval = told(window),
          .announced_at = announced + request_.moved.by,
          .recorded_at = announced + request_.moved.by,
          .title = "Monthly release"});
      const Instant stopped = window.from + minutes{20};
      down(platform, {stopped, stopped + minutes{115}}, "person");
    }
  }

  void three_fifty_nine() {
    Instant from{sys_days{year{2025} / November / 5}};
    from += hours{16};
    for (int i = 0; i < 7; ++i) {
      down(vpn, {from, from + hours{3} + minutes{59}}, "probe");
      from += hours{4};
    }
  }

  const OutageStoryRequest& request_;
  OutageLog log_;
  int outages_ = 0;
};

}  // namespace

std::string_view watched_customer(std::string_view service) {
  const auto found = std::ranges::find(watched, service, &Watched::name);
  require(found != watched.end(), "it is a service that somebody watches");
  return found->customer;
}

OutageLog outage_stories(const OutageStoryRequest& request) { return Log{request}.tell(); }

}  // namespace vigie
