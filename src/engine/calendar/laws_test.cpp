// The laws of time on random calendars, against a slow walk from minute to minute. Design T7.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/calendar/civil.h"
#include "engine/calendar/civil_for_test.h"
#include "engine/calendar/compile_hours.h"
#include "engine/calendar/hours_questions.h"
#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using namespace std::chrono;

/// A zone and a day near which its clocks change, or its dates are odd.
struct Place {
  const char* zone;
  CivilDay near;
};

const Place places[] = {
    {"Europe/Paris", on(2026, 3, 29)},        {"Europe/Paris", on(2026, 10, 25)},
    {"Europe/Paris", on(2045, 3, 26)},        {"America/St_Johns", on(2024, 11, 3)},
    {"America/St_Johns", on(2011, 3, 13)},    {"Australia/Lord_Howe", on(2025, 4, 6)},
    {"Australia/Lord_Howe", on(2025, 10, 5)}, {"Asia/Kolkata", on(2025, 10, 20)},
    {"Pacific/Apia", on(2011, 12, 30)},       {"Africa/Casablanca", on(2025, 2, 23)},
};

struct Sample {
  Place place;
  ServiceCalendar calendar;
};

int below(int bound) { return *rc::gen::inRange(0, bound); }

Window random_window() {
  const minutes from{15 * below(96)};
  const minutes length{5 + below(18 * 60)};
  return {from, from + length};
}

DayHours random_hours() {
  DayHours windows;
  for (int i = below(3); i > 0; --i) windows.push_back(random_window());
  if (below(10) == 0) windows = {{hours{0}, hours{24}}};
  return windows;
}

Sample random_sample() {
  Sample sample{places[below(static_cast<int>(std::size(places)))], {}};
  CalendarVersion version;
  const DayHours usual = random_hours();
  for (DayHours& hours_of_day : version.week) hours_of_day = below(3) == 0 ? random_hours() : usual;
  const auto near = [&] { return sample.place.near + days{below(9) - 4}; };
  for (int i = below(3); i > 0; --i) version.holidays.dates.insert(near());
  if (below(3) == 0) version.worked.insert(near());
  if (below(3) == 0) version.shifts[near()] = random_hours();
  if (below(3) == 0) version.extra[near()] = random_hours();
  if (below(3) == 0) version.breaks[near()] = random_hours();
  sample.calendar.name = "random";
  sample.calendar.zone = sample.place.zone;
  sample.calendar.versions = {version};
  return sample;
}

/// Which minutes around a day are open, found by looking at the wall clock of each minute.
class SlowHours {
 public:
  SlowHours(const Sample& sample, const Zone& zone)
      : zone_(zone), first_(floor<minutes>(zone.instant_of_stamp(sample.place.near - days{7}))) {
    const CalendarVersion& version = sample.calendar.versions[0];
    const CivilDay from = sample.place.near - days{9};
    const CivilDay to = sample.place.near + days{9};
    for (CivilDay day = from; day < to; day += days{1}) {
      const auto shift = version.shifts.find(day);
      paint(day, shift != version.shifts.end() ? shift->second : week_of(version, day), true);
      if (const auto found = version.extra.find(day); found != version.extra.end()) {
        paint(day, found->second, true);
      }
    }
    for (CivilDay day = from; day < to; day += days{1}) {
      if (version.holidays.dates.contains(day) && !version.worked.contains(day)) {
        paint(day, {{hours{0}, hours{24}}}, false);
      }
      if (const auto found = version.breaks.find(day); found != version.breaks.end()) {
        paint(day, found->second, false);
      }
    }
  }

  Instant first() const { return first_; }
  Instant last() const { return first_ + minutes{size}; }
  bool is_open(Instant at) const { return open_[index_of(at)]; }
  Duration between(Instant a, Instant b) const {
    Duration sum{0};
    for (Instant at = a; at < b; at += minutes{1}) sum += is_open(at) ? minutes{1} : minutes{0};
    return sum;
  }
  /// The first end of a minute by which `budget` was open.
  std::optional<Instant> deadline(Instant from, Duration budget) const {
    for (Instant at = from; at < last(); at += minutes{1}) {
      if (is_open(at)) budget -= minutes{1};
      if (budget <= Duration{0}) return at + minutes{1};
    }
    return std::nullopt;
  }

 private:
  static constexpr int size = 14 * 24 * 60;

  static const DayHours& week_of(const CalendarVersion& version, CivilDay day) {
    return version.week[weekday{day}.iso_encoding() - 1];
  }
  std::size_t index_of(Instant at) const {
    return static_cast<std::size_t>(duration_cast<minutes>(at - first_).count());
  }
  /// The first minute at which a clock on the wall shows `edge` or later.
  int minute_of(CivilTime edge) const {
    const Instant guess{edge.time_since_epoch() - hours{15}};  // no zone is further ahead
    for (Instant at = floor<minutes>(guess);; at += minutes{1}) {
      if (zone_.civil(at) >= edge) return static_cast<int>((at - first_) / minutes{1});
    }
  }
  void paint(CivilDay day, const DayHours& windows, bool open) {
    for (const Window& window : windows) {
      const int to = std::min(minute_of(day + window.to), size);
      for (int i = std::max(minute_of(day + window.from), 0); i < to; ++i) {
        open_[static_cast<std::size_t>(i)] = open;
      }
    }
  }

  const Zone& zone_;
  Instant first_;
  std::vector<bool> open_ = std::vector<bool>(size);
};

class Laws : public testing::Test {
 protected:
  static ZonesForTest& zones() {
    static ZonesForTest zones;
    return zones;
  }
};

RC_GTEST_FIXTURE_PROP(Laws, hold_on_random_calendars, ()) {
  const Sample sample = random_sample();
  const Zone& zone = *zones().find(sample.place.zone);
  const HoursIndex fast = compile_hours(sample.calendar, {.zones = zones()}).value();
  const SlowHours slow{sample, zone};
  const auto random_instant = [&] { return slow.first() + minutes{below(14 * 24 * 60)}; };
  for (int i = 0; i < 10; ++i) {
    Instant points[] = {random_instant(), random_instant(), random_instant()};
    std::sort(std::begin(points), std::end(points));
    const auto [a, b, c] = points;
    RC_ASSERT(fast.is_open(a) == slow.is_open(a));
    RC_ASSERT(fast.between(a, c) == slow.between(a, c));
    RC_ASSERT(fast.between(a, b) + fast.between(b, c) == fast.between(a, c));
    RC_ASSERT(fast.between(b, a) == Duration{0} || a == b);
    const Duration budget = minutes{1 + below(3000)};
    const auto due = fast.deadline(a, budget);
    const auto slow_due = slow.deadline(a, budget);
    if (slow_due) RC_ASSERT(due == slow_due);
    if (!due) continue;
    RC_ASSERT(fast.between(a, *due) == budget);
    RC_ASSERT(fast.between(a, *due - Duration{1}) == budget - Duration{1});
    const auto later = fast.deadline(b, budget);
    if (later) RC_ASSERT(*due <= *later);
    RC_ASSERT(fast.between(*add_open_time(fast, *due, -budget), *due) == budget);
  }
}

}  // namespace
}  // namespace vigie
