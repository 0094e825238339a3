#include "engine/base/intervals.h"

#include <algorithm>

namespace vigie {

std::vector<Interval> united(std::vector<Interval> intervals) {
  std::erase_if(intervals, [](const Interval& one) { return one.is_empty(); });
  const auto by_start = [](const Interval& a, const Interval& b) { return a.from < b.from; };
  if (!std::is_sorted(intervals.begin(), intervals.end(), by_start)) {
    std::stable_sort(intervals.begin(), intervals.end(), by_start);
  }
  std::size_t kept = 0;
  for (const Interval& one : intervals) {
    if (kept > 0 && one.from <= intervals[kept - 1].to) {
      intervals[kept - 1].to = std::max(intervals[kept - 1].to, one.to);
    } else {
      intervals[kept++] = one;
    }
  }
  intervals.resize(kept);
  return intervals;
}

std::vector<Interval> without(const std::vector<Interval>& kept, const std::vector<Interval>& cut) {
  std::vector<Interval> left;
  left.reserve(kept.size());
  auto next = cut.begin();
  for (Interval one : kept) {
    while (next != cut.end() && next->to <= one.from) ++next;
    for (auto at = next; at != cut.end() && at->from < one.to; ++at) {
      if (one.from < at->from) left.push_back({one.from, at->from});
      one.from = std::max(one.from, at->to);
    }
    if (!one.is_empty()) left.push_back(one);
  }
  return left;
}

}  // namespace vigie
