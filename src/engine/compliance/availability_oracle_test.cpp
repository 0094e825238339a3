// Availability against a slow and obvious oracle: every minute is looked at on its own.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/calendar/minutes_for_test.h"
#include "engine/clock/random_for_test.h"
#include "engine/compliance/evaluate.h"
#include "engine/outage/outage_reading.h"

namespace vigie {
namespace {

using namespace random_for_test;
using std::chrono::days;
using std::chrono::minutes;

constexpr int parts = 16;  // weights are quarters of users in quarters

/// One outage as it happened; the log is told from it, and the oracle looks at it directly.
struct Story {
  int item = 0;
  std::optional<Instant> reported;
  Instant detected;
  Instant began;
  std::vector<OutageChange> changes;
  std::optional<Instant> restored;
  std::optional<Instant> confirmed;
};

struct World {
  Agreement agreement;
  Names names;
  OutageLog log;
  std::vector<Story> stories;
  std::vector<std::vector<Interval>> observed;  // by item
  std::vector<MaintenanceWindow> windows;
  std::vector<Value> items;
  Instant first;
  Instant as_of;
};

void tell(World& world, const Story& story, int number) {
  const auto reference = world.names.intern<OutageReference>("OUT-" + std::to_string(number));
  const Value of = world.items[static_cast<std::size_t>(story.item)];
  const auto say = [&](Instant at, OutageWord word, std::optional<Ratio> severity = {},
                       std::optional<std::int64_t> users = {}) {
    world.log.append(
        reference, of,
        {.at = at, .recorded_at = at, .word = word, .severity = severity, .users = users});
  };
  const OutageChange& first = story.changes.front();
  if (story.reported && *story.reported < story.detected) {
    say(*story.reported, OutageWord::reported, first.severity, first.users);
  }
  say(story.detected, OutageWord::detected, first.severity, first.users);
  if (story.reported && *story.reported >= story.detected) {
    say(*story.reported, OutageWord::reported);
  }
  bool was_unknown = false;
  for (std::size_t i = 1; i < story.changes.size(); ++i) {
    const OutageChange& change = story.changes[i];
    const auto word = change.is_unknown ? OutageWord::unknown
                      : was_unknown     ? OutageWord::detected
                                        : OutageWord::severity_changed;
    say(change.at, word, change.is_unknown ? std::nullopt : std::optional<Ratio>{change.severity});
    was_unknown = change.is_unknown;
  }
  if (story.restored) say(*story.restored, OutageWord::restored);
  if (story.confirmed) say(*story.confirmed, OutageWord::confirmed);
}

Story random_story(Dice& dice, World& world, Instant last) {
  const auto span = (last - world.first) / minutes{1};
  Story story{.item = pick(dice, static_cast<int>(world.items.size()))};
  story.detected = world.first + minutes{pick(dice, static_cast<int>(span))};
  if (one_in(dice, 2)) story.reported = story.detected + minutes{pick(dice, 120) - 40};
  story.began = story.reported ? std::min(*story.reported, story.detected) : story.detected;
  OutageChange now{.at = story.began, .severity = {1 + pick(dice, 4), 4}};
  if (one_in(dice, 2)) now.users = 1 + pick(dice, 5);
  story.changes.push_back(now);
  now.at = std::max(story.detected, story.reported.value_or(story.detected));
  for (int n = pick(dice, 3); n > 0; --n) {
    now.at += minutes{1 + pick(dice, 90)};
    now.is_unknown = !now.is_unknown && one_in(dice, 3);
    if (!now.is_unknown) now.severity = {1 + pick(dice, 4), 4};
    story.changes.push_back(now);
  }
  if (!one_in(dice, 12)) {
    story.restored = now.at + minutes{1 + pick(dice, 600)};
    if (one_in(dice, 2)) story.confirmed = *story.restored + minutes{pick(dice, 200)};
  }
  return story;
}

AvailabilityRules random_rules(Dice& dice) {
  AvailabilityRules rules;
  rules.composition = one_in(dice, 2) ? Composition::series : Composition::redundant;
  rules.starts_at = static_cast<OutageStart>(pick(dice, 3));
  rules.ends_at = static_cast<OutageEnd>(pick(dice, 2));
  if (one_in(dice, 2)) rules.ignore_under = minutes{1 + pick(dice, 40)};
  if (one_in(dice, 2)) rules.join_within = minutes{1 + pick(dice, 60)};
  rules.maintenance_excluded = !one_in(dice, 4);
  if (one_in(dice, 2)) rules.maintenance_notice = minutes{60 * pick(dice, 72)};
  if (one_in(dice, 2)) rules.maintenance_quota = minutes{pick(dice, 600)};
  rules.unknown = static_cast<UnknownTime>(pick(dice, 3));
  rules.user_weighted = one_in(dice, 2);
  rules.users = rules.user_weighted ? 4 : 0;
  return rules;
}

void add_maintenance(Dice& dice, World& world) {
  for (int n = pick(dice, 5); n > 0; --n) {
    const Instant from = world.first + minutes{pick(dice, 18 * 1440)};
    MaintenanceWindow window{
        .reference = world.names.intern<OutageReference>("MW-" + std::to_string(n)),
        .of = one_in(dice, 3) ? Value{}
                              : world.items[static_cast<std::size_t>(
                                    pick(dice, static_cast<int>(world.items.size())))],
        .interval = {from, from + minutes{1 + pick(dice, 500)}}};
    if (!one_in(dice, 4)) window.announced_at = from - minutes{60 * pick(dice, 96)};
    window.recorded_at = window.announced_at.value_or(first_instant);
    world.windows.push_back(window);
    world.log.append(window);
  }
}

World random_world(Dice& dice) {
  World world;
  world.first = Instant{std::chrono::sys_days{std::chrono::year{2026} / 3 / 20}};
  world.as_of = world.first + minutes{(8 + pick(dice, 14)) * 1440 + pick(dice, 1440)};
  for (const char* name : {"Network", "Mail", "Payroll"}) {
    world.items.push_back(world.names.intern<AttributeValue>(name));
    if (one_in(dice, 2)) break;
  }
  world.observed.resize(world.items.size());
  for (int n = 1 + pick(dice, 8), i = 1; i <= n; ++i) {
    world.stories.push_back(random_story(dice, world, world.as_of));
    tell(world, world.stories.back(), i);
  }
  for (std::size_t i = 0; i < world.items.size(); ++i) {
    Instant at = world.first;
    for (int n = pick(dice, 3); n > 0; --n) {
      const Instant from = at + minutes{1 + pick(dice, 6 * 1440)};
      const Instant to = from + minutes{1 + pick(dice, 9 * 1440)};
      world.observed[i].push_back({from, to});
      world.log.append(Observation{world.items[i], {from, to}});
      at = to;
    }
  }
  add_maintenance(dice, world);
  const std::string zone = difficult_zone(dice);
  world.agreement = {.id = "acme", .between = {.provider = "NOVA", .customer = "ACME"}};
  world.agreement.zone = zone;
  world.agreement.in_force.from = std::chrono::local_days{std::chrono::year{2026} / 3 / 20};
  world.agreement.calendars["hours"] = random_calendar(dice, zone);
  Commitment up{.id = "up", .metric = Metric::availability, .calendar = "hours"};
  up.availability = random_rules(dice);
  up.availability.of = world.items;
  world.agreement.commitments.push_back(up);
  return world;
}

/// What one minute shows: sixteenths down, or unknown.
struct Minute {
  int down = 0;
  bool is_unknown = false;
};

class Oracle {
 public:
  Oracle(const World& world, const AvailabilityRules& rules) : world_(world), rules_(rules) {}

  /// Every minute of `within`, outages joined and sifted.
  std::vector<Minute> minutes_of(Interval within) {
    std::vector<Minute> all;
    for (Instant at = within.from; at < within.to; at += minutes{1}) all.push_back(at_minute(at));
    join(all);
    return all;
  }

  bool is_maintained(Instant at) const {
    if (!rules_.maintenance_excluded) return false;
    const auto works_on = [&](Value item) {
      return std::ranges::any_of(world_.windows, [&](const MaintenanceWindow& window) {
        const bool in_time =
            !rules_.maintenance_notice ||
            (window.announced_at &&
             *window.announced_at + *rules_.maintenance_notice <= window.interval.from);
        return in_time && window.recorded_at <= world_.as_of && (!window.of || window.of == item) &&
               window.interval.covers(at);
      });
    };
    return rules_.composition == Composition::series ? std::ranges::any_of(world_.items, works_on)
                                                     : std::ranges::all_of(world_.items, works_on);
  }

 private:
  Minute at_minute(Instant at) const {
    std::vector<Minute> items;
    for (std::size_t i = 0; i < world_.items.size(); ++i) items.push_back(of_item(i, at));
    Minute all = together(items);
    if (all.is_unknown && rules_.unknown == UnknownTime::up) all = {};
    if (all.is_unknown && rules_.unknown == UnknownTime::down) all = {parts, false};
    return all;
  }

  Minute together(const std::vector<Minute>& items) const {
    const auto is_unknown = [](const Minute& item) { return item.is_unknown; };
    const auto is_up = [](const Minute& item) { return item.down == 0 && !item.is_unknown; };
    int worst = 0;
    int least = parts;
    for (const Minute& item : items) {
      worst = std::max(worst, item.down);
      least = std::min(least, item.down);
    }
    if (rules_.composition == Composition::series) {
      return {worst, worst == 0 && std::ranges::any_of(items, is_unknown)};
    }
    if (std::ranges::any_of(items, is_up)) return {};
    if (std::ranges::any_of(items, is_unknown)) return {0, true};
    return {least, false};
  }

  Minute of_item(std::size_t item, Instant at) const {
    const auto covers = [&](const Interval& seen) {
      return shared_part(seen, {first_instant, world_.as_of}).covers(at);
    };
    const auto& observed = world_.observed[item];
    const bool says_when = std::ranges::any_of(
        observed, [&](const Interval& seen) { return seen.from < world_.as_of; });
    if (says_when && std::ranges::none_of(observed, covers)) return {0, true};
    Minute all;
    for (const Story& story : world_.stories) {
      if (story.item != static_cast<int>(item)) continue;
      const Minute one = of_story(story, at);
      all.down = std::max(all.down, one.down);
      all.is_unknown = all.is_unknown || one.is_unknown;
    }
    if (all.down > 0) all.is_unknown = false;
    return all;
  }

  /// Only what happened by the instant of judgement is known.
  static std::optional<Instant> known(std::optional<Instant> at, Instant as_of) {
    return at && *at <= as_of ? at : std::nullopt;
  }

  Minute of_story(const Story& story, Instant at) const {
    const Instant as_of = world_.as_of;
    const auto reported = known(story.reported, as_of);
    const auto detected = known(story.detected, as_of);
    std::optional<Instant> from = reported;
    if (rules_.starts_at == OutageStart::detected && detected) from = detected;
    if (rules_.starts_at == OutageStart::earliest && detected) {
      from = from ? std::min(*from, *detected) : *detected;
    }
    const auto restored = known(story.restored, as_of);
    const auto confirmed = known(story.confirmed, as_of);
    const bool until_confirmed = rules_.ends_at == OutageEnd::confirmed && confirmed;
    const Instant end = until_confirmed ? *confirmed : restored.value_or(as_of);
    const OutageChange* now = nullptr;
    for (const OutageChange& change : story.changes) {
      if (change.at <= at && change.at <= as_of) now = &change;
    }
    if (now == nullptr) return {};
    const Instant over = std::max(end, restored.value_or(as_of));
    if (now->is_unknown) return {0, at < over};
    if (!from || at < *from || at >= end) return {};
    int users = 4;
    if (rules_.user_weighted && now->users) {
      users = static_cast<int>(std::min<std::int64_t>(*now->users, 4));
    }
    return {static_cast<int>(now->severity.numerator) * users, false};
  }

  void join(std::vector<Minute>& all) const {
    if (rules_.join_within) {
      std::optional<std::size_t> last;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].down == 0) continue;
        if (last && minutes{i - *last - 1} <= *rules_.join_within) {
          for (std::size_t k = *last + 1; k < i; ++k) all[k] = all[*last];
        }
        last = i;
      }
    }
    if (!rules_.ignore_under) return;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t k = i;
      while (k < all.size() && all[k].down > 0) ++k;
      if (k > i && minutes{k - i} < *rules_.ignore_under) {
        for (std::size_t m = i; m < k; ++m) all[m] = {};
      }
      i = std::max(k, i + 1);
    }
  }

  const World& world_;
  const AvailabilityRules& rules_;
};

/// The figures of a period, minute by minute.
struct Walked {
  std::int64_t observed = 0;
  std::int64_t down = 0;  // sixteenths
  std::int64_t excluded = 0;
  std::int64_t unknown = 0;
  std::int64_t outages = 0;
};

Walked walk(const World& world, Interval window, Instant from, const Zone& zone) {
  const Commitment& up = world.agreement.commitments.front();
  Oracle oracle{world, up.availability};
  const auto all = oracle.minutes_of({from, world.as_of});
  std::optional<std::int64_t> quota;
  if (up.availability.maintenance_quota) {
    quota = *up.availability.maintenance_quota / minutes{1};
  }
  Walked walked;
  bool was_down = false;
  bool is_told = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Instant at = from + minutes{i};
    if (all[i].down == 0 || !was_down) is_told = false;
    was_down = all[i].down > 0;
    if (!window.covers(at)) continue;
    if (!is_open_minute(world.agreement.calendars.at("hours"), zone, at)) continue;
    const bool is_left_out = oracle.is_maintained(at) && (!quota || *quota > 0);
    if (is_left_out) {
      ++walked.excluded;
      if (quota) --*quota;
    } else if (all[i].is_unknown) {
      ++walked.unknown;
    } else {
      ++walked.observed;
      walked.down += all[i].down;
      if (all[i].down > 0 && !is_told) {
        ++walked.outages;
        is_told = true;
      }
    }
  }
  return walked;
}

TEST(AvailabilityOracle, every_minute_agrees) {
  ZonesForTest zones;
  std::int64_t seen = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Dice dice{seed};
    World world = random_world(dice);
    auto made = Terms::from({world.agreement}, zones, world.names);
    ASSERT_TRUE(made.faults.empty());
    const auto result = evaluate({.terms = made.terms,
                                  .histories = Histories{},
                                  .names = world.names,
                                  .as_of = world.as_of,
                                  .outages = &world.log})
                            .targets.front();
    // The first of them may have begun before the version: it is looked at from its beginning.
    const Instant from = world.first - days{3};
    for (const Attainment& period : result.periods) {
      const Interval window = shared_part(period.interval, {first_instant, world.as_of});
      const Walked walked = walk(world, window, from, made.terms.zone(0));
      const Availability& figures = *period.availability;
      const auto at = std::to_string(seed) + " " + period.period;
      EXPECT_EQ(figures.committed.observed, minutes{walked.observed}) << at;
      EXPECT_EQ(figures.committed.down, Duration{minutes{walked.down}} / parts) << at;
      EXPECT_EQ(figures.excluded, minutes{walked.excluded}) << at;
      EXPECT_EQ(figures.unknown, minutes{walked.unknown}) << at;
      EXPECT_EQ(figures.outages, walked.outages) << at;
      if (walked.observed == 0) continue;
      ++seen;
      const Ratio share{walked.observed * parts - walked.down, walked.observed * parts};
      EXPECT_EQ(compare(*figures.committed.up_share, share), std::strong_ordering::equal) << at;
    }
  }
  EXPECT_GT(seen, 150);
}

}  // namespace
}  // namespace vigie
