// A calendar compiled: its open intervals in UTC with running sums, and its business days.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/instant.h"
#include "engine/time/zone.h"
#include "vocabulary/calendar.h"

namespace vigie {

/// Immutable; any number of threads may read it. Made by `compile_hours`. Lives no longer than the
/// ZoneSource that gave its zone.
class HoursIndex {
 public:
  /// Open time in [from, to); zero when `to <= from`. Constant time.
  Duration between(Instant from, Instant to) const;
  /// Earliest x with between(from, x) == budget; for a zero budget `from` if open, else the next
  /// opening. None when the calendar has not that much open time before 2200. Design T5.
  std::optional<Instant> deadline(Instant from, Duration budget,
                                  DeadlineAtClose at_close = DeadlineAtClose::close) const;
  bool is_open(Instant at) const;
  /// `at` if open, else the next opening; none when there is none before 2200.
  std::optional<Instant> next_open(Instant at) const;
  /// Open intervals cut to `within`, in order.
  std::vector<Interval> open_intervals(Interval within) const;
  bool is_always_open() const;

  /// A civil day that has windows of its own and is no holiday. Design T6.
  bool is_business_day(CivilDay day) const;
  /// A holiday that closes: one declared `worked` is not.
  bool is_holiday(CivilDay day) const;
  const Zone& zone() const { return *zone_; }
  const std::string& name() const { return name_; }
  /// Digest of what was compiled (zone, week, expanded holidays), for the basis. Design J10.
  const std::string& digest() const { return digest_; }

  /// For those who walk: open intervals in order, apart from each other, within 1970-2200.
  std::size_t size() const { return starts_.size() - 1; }
  Interval interval(std::size_t i) const;
  /// Number of intervals that start at or before `at`.
  std::size_t started_by(Instant at) const;

 private:
  friend class HoursCompiler;
  /// An open interval by its start and the open time before it. Its end follows from the next one.
  struct Start {
    std::int64_t at;           // microseconds since 1970
    std::int64_t open_before;  // microseconds
  };
  HoursIndex() = default;
  void fill(const std::vector<Interval>& open);
  void index_days();
  void index_sums();
  std::int64_t open_before(Instant at) const;
  /// The interval in which the sum of open time reaches `sum`, 0 < sum <= total.
  std::size_t reaching(std::int64_t sum) const;
  std::int64_t total() const { return starts_.back().open_before; }

  std::string name_;
  const Zone* zone_ = nullptr;
  std::string digest_;
  std::vector<Start> starts_;          // and one more, after the last, that holds the total
  std::vector<std::uint32_t> by_day_;  // day since 1970 -> intervals started by its midnight, UTC
  std::vector<std::uint32_t> by_sum_;  // sum >> sum_shift_ -> the interval that holds it
  unsigned sum_shift_ = 0;
  std::vector<bool> business_days_;  // from first_civil_day
  std::vector<bool> holidays_;
};

/// The civil days that instants of 1970 to 2200 can have in some zone.
inline constexpr CivilDay first_civil_day{std::chrono::days{-2}};
inline constexpr CivilDay last_civil_day{
    std::chrono::floor<std::chrono::days>(last_instant).time_since_epoch() + std::chrono::days{2}};

}  // namespace vigie
