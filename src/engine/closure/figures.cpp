#include "engine/closure/figures.h"

#include <algorithm>
#include <tuple>

namespace vigie {

namespace {

bool same_ratio(const std::optional<Ratio>& a, const std::optional<Ratio>& b) {
  return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
}

bool same_figure(const AvailabilityFigure& a, const AvailabilityFigure& b) {
  return a.observed == b.observed && a.down == b.down && same_ratio(a.up_share, b.up_share);
}

bool same_worst(const CumulatedWorst& a, const CumulatedWorst& b) {
  const auto all = [](const CumulatedWorst& one) {
    return std::tie(one.days, one.down, one.outages, one.until, one.is_kept);
  };
  return all(a) == all(b);
}

bool same_availability(const std::optional<Availability>& a, const std::optional<Availability>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  const auto rest = [](const Availability& one) {
    return std::tie(one.excluded, one.maintenance_overrun, one.unknown, one.outages, one.ignored,
                    one.longest, one.mean_time_to_restore, one.mean_time_between_failures,
                    one.cumulated_worst);
  };
  return same_figure(a->raw, b->raw) && same_figure(a->committed, b->committed) &&
         same_figure(a->gross, b->gross) && same_figure(a->claimed, b->claimed) &&
         rest(*a) == rest(*b) && std::ranges::equal(a->cumulated, b->cumulated, same_worst);
}

}  // namespace

bool same_attainment(const Attainment& a, const Attainment& b) {
  const auto rest = [](const Attainment& one) {
    return std::tie(one.period, one.interval, one.gross, one.net_agreed, one.net_claimed,
                    one.attained, one.statistic, one.ramp_up, one.voided_by_volume,
                    one.small_sample, one.partial);
  };
  return rest(a) == rest(b) && same_ratio(a.required, b.required) && same_ratio(a.rate, b.rate) &&
         same_availability(a.availability, b.availability);
}

std::vector<ClosedAmount> amounts_of(const Ledger& ledger, const Terms& terms, const Names& names,
                                     const std::string& agreement) {
  std::vector<ClosedAmount> amounts;
  for (const LedgerLine& line : ledger.lines) {
    const Agreement& version = terms.agreement(line.agreement);
    if (version.id != agreement || !version.penalties) continue;
    ClosedAmount amount{.version = version.version,
                        .kind = line.kind,
                        .clause = {},
                        .target = {},
                        .ticket = {},
                        .period = line.period,
                        .due_in = line.due_in,
                        .nature = line.nature,
                        .state = line.state,
                        .amount = line.amount};
    if (line.clause) amount.clause = version.penalties->clauses[*line.clause].id;
    if (line.commitment) amount.target = version.commitments[*line.commitment].id;
    if (line.ticket) amount.ticket = names.text(*line.ticket);
    amounts.push_back(std::move(amount));
  }
  return amounts;
}

}  // namespace vigie
