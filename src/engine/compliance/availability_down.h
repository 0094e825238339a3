// Down time added up exactly, whatever its weights. Design J13.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "engine/base/wide.h"

namespace vigie {

/// Lengths times weights, kept apart by the denominator of the weight so that nothing is rounded.
class DownTime {
 public:
  /// `weight` is reduced, more than 0 and at most 1.
  void add(Duration length, Ratio weight);
  void add(const DownTime& more);
  bool is_zero() const { return parts_.empty(); }
  /// Cut to the microsecond, for display.
  Duration cut() const;
  /// Whether it is longer than `limit`, exactly.
  bool exceeds(Duration limit) const;
  /// (observed - down) / observed, reduced; none when nothing was observed. Exact, unless its terms
  /// do not fit in 63 bits: then the down time is first cut to the microsecond.
  std::optional<Ratio> up_share(Duration observed) const;

 private:
  struct Part {
    std::int64_t denominator;
    Wide numerator;  // microseconds times numerators
  };
  struct Sum {
    Wide numerator;
    Wide denominator;
  };
  Sum sum() const;
  void add(const Part& part);

  std::vector<Part> parts_;  // by denominator
};

/// a x b, reduced.
Ratio product(Ratio a, Ratio b);

}  // namespace vigie
