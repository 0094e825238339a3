// When people ask for help: the hours of the day, the days of the week, the seasons.
#pragma once

#include <vector>

#include "demo/chance.h"
#include "demo/company.h"
#include "engine/time/zone.h"

namespace vigie {

/// The days of one customer with their weights, to draw openings from.
class Rhythm {
 public:
  Rhythm(const DemoCustomer& customer, ZoneSource& zones);
  /// An instant at which somebody of this customer asks, at `site`.
  Instant draw(Chance& chance, std::size_t site) const;

 private:
  const DemoCustomer& customer_;
  std::vector<const Zone*> zones_;   // by site
  std::vector<std::int64_t> up_to_;  // running sums of the weights of days
};

/// The first midnight of the stories and the midnight after the last, in `zone`.
Interval demo_span(const Zone& zone);

}  // namespace vigie
