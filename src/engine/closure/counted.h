// Which tickets count in which period: the same question for a closure and for what is known later.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "engine/agreement/period.h"
#include "engine/closure/regularisation.h"

namespace vigie {

/// The tickets of each target in the periods that were asked for, in ticket order.
class CountedTickets {
 public:
  /// `periods`: names by id of agreement. One pass over the verdicts.
  CountedTickets(const Evaluation& evaluation, const Terms& terms, const Names& names,
                 const std::map<std::string, std::set<std::string>>& periods);

  const std::vector<CountedTicket>& of(std::uint32_t agreement, std::uint32_t commitment,
                                       const std::string& period) const;

 private:
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::string>;
  std::map<Key, std::vector<CountedTicket>> tickets_;
};

/// How the periods of a commitment are cut.
PeriodTerms period_terms_of(const Terms& terms, std::uint32_t agreement, std::uint32_t commitment);

/// The name of the first period from that of `closed` on that nobody closed yet.
std::string first_open_period(const PeriodTerms& terms, Interval closed,
                              const std::set<std::string>& closed_names);

/// What a list of tickets adds up to.
Tally tally_of(const std::vector<CountedTicket>& tickets);

}  // namespace vigie
