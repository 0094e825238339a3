#include "engine/calendar/hours_index.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/base/require.h"

namespace vigie {
namespace {

using std::chrono::days;

constexpr std::int64_t day_length = Duration{days{1}}.count();
constexpr std::int64_t last_moment = last_instant.time_since_epoch().count();

Instant instant_at(std::int64_t microseconds) { return Instant{Duration{microseconds}}; }

/// Microseconds since 1970, not outside what is understood.
std::int64_t moment_of(Instant at) {
  return std::clamp(at.time_since_epoch().count(), std::int64_t{0}, last_moment);
}

bool flag_of(const std::vector<bool>& flags, CivilDay day) {
  if (day < first_civil_day || day >= last_civil_day) return false;
  return flags[static_cast<std::size_t>((day - first_civil_day).count())];
}

}  // namespace

void HoursIndex::fill(const std::vector<Interval>& open) {
  starts_.clear();
  starts_.reserve(open.size() + 1);
  std::int64_t sum = 0;
  for (const Interval& one : open) {
    starts_.push_back({one.from.time_since_epoch().count(), sum});
    sum += one.length().count();
  }
  starts_.push_back({std::numeric_limits<std::int64_t>::max(), sum});
  index_days();
  index_sums();
}

void HoursIndex::index_days() {
  by_day_.assign(static_cast<std::size_t>(last_moment / day_length) + 1, 0);
  std::uint32_t started = 0;
  for (std::size_t day = 0; day < by_day_.size(); ++day) {
    const auto midnight = static_cast<std::int64_t>(day) * day_length;
    while (starts_[started].at <= midnight) ++started;
    by_day_[day] = started;
  }
}

void HoursIndex::index_sums() {
  by_sum_.clear();
  if (size() == 0) return;
  const auto mean = static_cast<std::uint64_t>(total()) / size();
  sum_shift_ = static_cast<unsigned>(std::bit_width(mean)) - 1;
  const auto buckets = static_cast<std::size_t>(total() >> sum_shift_) + 2;
  by_sum_.reserve(buckets);
  std::uint32_t holding = 0;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    const auto sum = static_cast<std::int64_t>(bucket) << sum_shift_;
    while (holding + 1 < size() && starts_[holding + 1].open_before < sum) ++holding;
    by_sum_.push_back(holding);
  }
}

std::size_t HoursIndex::started_by(Instant at) const {
  const std::int64_t moment = moment_of(at);
  std::size_t started = by_day_[static_cast<std::size_t>(moment / day_length)];
  while (starts_[started].at <= moment) ++started;
  return started;
}

std::int64_t HoursIndex::open_before(Instant at) const {
  const std::int64_t moment = moment_of(at);
  std::size_t next = by_day_[static_cast<std::size_t>(moment / day_length)];
  while (starts_[next].at <= moment) ++next;
  if (next == 0) return 0;
  const Start& current = starts_[next - 1];
  return std::min(current.open_before + (moment - current.at), starts_[next].open_before);
}

std::size_t HoursIndex::reaching(std::int64_t sum) const {
  std::size_t i = by_sum_[static_cast<std::size_t>(sum >> sum_shift_)];
  const std::size_t bound = by_sum_[static_cast<std::size_t>(sum >> sum_shift_) + 1];
  if (bound - i > 8) {
    const auto found = std::lower_bound(
        starts_.begin() + static_cast<std::ptrdiff_t>(i + 1),
        starts_.begin() + static_cast<std::ptrdiff_t>(bound + 1), sum,
        [](const Start& start, std::int64_t wanted) { return start.open_before < wanted; });
    return static_cast<std::size_t>(found - starts_.begin()) - 1;
  }
  while (starts_[i + 1].open_before < sum) ++i;
  return i;
}

Duration HoursIndex::between(Instant from, Instant to) const {
  if (to <= from) return Duration{0};
  return Duration{open_before(to) - open_before(from)};
}

std::optional<Instant> HoursIndex::deadline(Instant from, Duration budget,
                                            DeadlineAtClose at_close) const {
  require(budget >= Duration{0}, "a deadline needs a budget of zero or more");
  if (budget == Duration{0}) return next_open(from);
  const std::int64_t before = open_before(from);
  if (budget.count() > total() - before) return std::nullopt;
  const std::int64_t sum = before + budget.count();
  const std::size_t i = reaching(sum);
  if (at_close == DeadlineAtClose::reopen && sum == starts_[i + 1].open_before) {
    return i + 1 < size() ? std::optional{instant_at(starts_[i + 1].at)} : std::nullopt;
  }
  return instant_at(starts_[i].at + (sum - starts_[i].open_before));
}

bool HoursIndex::is_open(Instant at) const {
  if (!is_understood(at)) return false;
  const std::size_t started = started_by(at);
  return started > 0 && interval(started - 1).covers(at);
}

std::optional<Instant> HoursIndex::next_open(Instant at) const {
  if (is_open(at)) return at;
  const std::size_t next = at < first_instant ? 0 : started_by(at);
  return next < size() ? std::optional{instant_at(starts_[next].at)} : std::nullopt;
}

Interval HoursIndex::interval(std::size_t i) const {
  const std::int64_t length = starts_[i + 1].open_before - starts_[i].open_before;
  return {instant_at(starts_[i].at), instant_at(starts_[i].at + length)};
}

std::vector<Interval> HoursIndex::open_intervals(Interval within) const {
  std::vector<Interval> found;
  if (within.is_empty()) return found;
  const std::size_t started = started_by(within.from);
  for (std::size_t i = started == 0 ? 0 : started - 1; i < size(); ++i) {
    const Interval part = shared_part(interval(i), within);
    if (interval(i).from >= within.to) break;
    if (!part.is_empty()) found.push_back(part);
  }
  return found;
}

bool HoursIndex::is_always_open() const { return total() == last_moment; }

bool HoursIndex::is_business_day(CivilDay day) const { return flag_of(business_days_, day); }

bool HoursIndex::is_holiday(CivilDay day) const { return flag_of(holidays_, day); }

}  // namespace vigie
