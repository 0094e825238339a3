#include "engine/calendar/recurrence.h"

#include <algorithm>

#include "engine/base/intervals.h"
#include "engine/base/require.h"
#include "engine/calendar/civil.h"
#include "engine/calendar/recurrence_days.h"

namespace vigie {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

bool limits_out(const std::vector<int>& list, std::int64_t number) {
  return !list.empty() && std::find(list.begin(), list.end(), number) == list.end();
}

std::vector<int> sorted_or(std::vector<int> list, std::int64_t otherwise) {
  if (list.empty()) list = {static_cast<int>(otherwise)};
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

/// Walks the periods of a rule and gathers what they give.
class Expansion {
 public:
  Expansion(const RecurrenceRule& rule, CivilTime start, const RecurrenceBounds& bounds)
      : days_(rule, day_of(start)), rule_(days_.rule()), start_(start), bounds_(bounds) {
    const std::chrono::hh_mm_ss<Duration> time{start - day_of(start)};
    hours_ = sorted_or(rule_.hours, time.hours().count());
    minutes_ = sorted_or(rule_.minutes, time.minutes().count());
    seconds_ = sorted_or(rule_.seconds, time.seconds().count());
    fraction_ = time.subseconds();
  }

  std::vector<CivilTime> expand() {
    if (rule_.frequency >= Frequency::daily) {
      walk_days();
    } else {
      walk_times();
    }
    return std::move(found_);
  }

 private:
  static constexpr std::int64_t most_periods = 5'000'000;

  void walk_days() {
    for (std::int64_t n = 0; n < most_periods && !is_done_; ++n) {
      const auto day = days_.in_period(day_of(start_), n);
      // A period may begin a week before the day that names it.
      if (!day || CivilTime{*day} - days{7} >= bounds_.before) break;
      std::vector<CivilTime> set;
      for (const CivilDay one : days_.of_period(*day)) {
        for (const int hour : hours_) add_times(one + hours{hour}, set);
      }
      take(set);
    }
  }

  /// Periods shorter than a day; what a day, an hour or a minute rules out is jumped over.
  void walk_times() {
    const Duration unit = rule_.frequency == Frequency::hourly     ? Duration{hours{1}}
                          : rule_.frequency == Frequency::minutely ? Duration{minutes{1}}
                                                                   : Duration{seconds{1}};
    const CivilTime first{std::chrono::floor<seconds>(start_).time_since_epoch() / unit * unit};
    const Duration step = unit * rule_.interval;
    CivilTime at = first;
    for (std::int64_t n = 0; n < most_periods && !is_done_ && at < bounds_.before; ++n) {
      const CivilTime next = next_possible(at);
      if (next > at) {
        at = first + (next - first + step - Duration{1}) / step * step;
        continue;
      }
      std::vector<CivilTime> set;
      if (rule_.frequency == Frequency::hourly) {
        add_times(at, set);
      } else if (rule_.frequency == Frequency::minutely) {
        add_seconds(at, set);
      } else {
        set.push_back(at);
      }
      take(set);
      at += step;
    }
  }

  /// `at` itself when day, hour, minute and second allow it, else when the first that does not
  /// has passed.
  CivilTime next_possible(CivilTime at) const {
    const CivilDay day = day_of(at);
    if (!days_.takes(day)) return day + days{1};
    const auto hour = std::chrono::floor<hours>(at - day);
    if (limits_out(rule_.hours, hour.count())) return day + hour + hours{1};
    if (rule_.frequency == Frequency::hourly) return at;
    const auto minute = std::chrono::floor<minutes>(at - day - hour);
    if (limits_out(rule_.minutes, minute.count())) return day + hour + minute + minutes{1};
    if (rule_.frequency == Frequency::minutely) return at;
    const auto second = std::chrono::floor<seconds>(at - day - hour - minute);
    return limits_out(rule_.seconds, second.count()) ? at + seconds{1} : at;
  }

  void add_times(CivilTime hour, std::vector<CivilTime>& set) const {
    for (const int minute : minutes_) add_seconds(hour + minutes{minute}, set);
  }

  void add_seconds(CivilTime minute, std::vector<CivilTime>& set) const {
    for (const int second : seconds_) {
      if (second < 60) set.push_back(minute + seconds{second} + fraction_);
    }
  }

  /// Of the set of one period, what the positions choose, from the start on.
  void take(const std::vector<CivilTime>& set) {
    if (rule_.positions.empty()) {
      for (const CivilTime at : set) take(at);
      return;
    }
    const auto size = static_cast<std::int64_t>(set.size());
    std::vector<CivilTime> chosen;
    for (const int position : rule_.positions) {
      const std::int64_t i = position > 0 ? position - 1 : size + position;
      if (i >= 0 && i < size) chosen.push_back(set[static_cast<std::size_t>(i)]);
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    for (const CivilTime at : chosen) take(at);
  }

  void take(CivilTime at) {
    if (is_done_ || at < start_) return;
    is_done_ = at >= bounds_.before || found_.size() >= bounds_.most ||
               (rule_.until && at > *rule_.until) ||
               (rule_.count && found_.size() >= static_cast<std::size_t>(*rule_.count));
    if (!is_done_) found_.push_back(at);
  }

  RecurrenceDays days_;
  const RecurrenceRule& rule_;
  CivilTime start_;
  RecurrenceBounds bounds_;
  std::vector<int> hours_;
  std::vector<int> minutes_;
  std::vector<int> seconds_;
  Duration fraction_{};
  std::vector<CivilTime> found_;
  bool is_done_ = false;
};

}  // namespace

std::vector<CivilTime> occurrences(const RecurrenceRule& rule, CivilTime start,
                                   const RecurrenceBounds& bounds) {
  require(rule.interval >= 1, "a rule recurs at an interval of one or more");
  return Expansion{rule, start, bounds}.expand();
}

std::vector<CivilDay> occurrence_days(RecurrenceRule rule, CivilDay start,
                                      const RecurrenceBounds& bounds) {
  std::vector<CivilDay> found;
  if (rule.frequency < Frequency::daily) return found;
  rule.hours.clear();
  rule.minutes.clear();
  rule.seconds.clear();
  for (const CivilTime at : occurrences(rule, start, bounds)) found.push_back(day_of(at));
  return found;
}

std::vector<Interval> recurring_windows(const RecurringWindow& window, const Zone& zone,
                                        Interval within) {
  RecurrenceRule rule = window.rule;
  if (rule.until && rule.until_is_utc) {
    rule.until = zone.civil(Instant{rule.until->time_since_epoch()});
  }
  const Duration length = window.to - window.from;
  std::vector<Interval> windows;
  RecurrenceBounds bounds;
  bounds.before = zone.civil(within.to) + days{1};
  for (const CivilTime from : occurrences(rule, window.from, bounds)) {
    const Interval whole{zone.instant_of_edge(from), zone.instant_of_edge(from + length)};
    windows.push_back(shared_part(whole, within));
  }
  return united(std::move(windows));
}

}  // namespace vigie
