#include "engine/closure/figures.h"

#include <tuple>

namespace vigie {

namespace {

bool same_ratio(const std::optional<Ratio>& a, const std::optional<Ratio>& b) {
  return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
}

bool same_availability(const std::optional<Availability>& a, const std::optional<Availability>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  const auto figure = [](const AvailabilityFigure& one) {
    return std::tie(one.observed, one.down);
  };
  return figure(a->raw) == figure(b->raw) && figure(a->committed) == figure(b->committed) &&
         same_ratio(a->committed.up_share, b->committed.up_share) && a->excluded == b->excluded &&
         a->unknown == b->unknown && a->outages == b->outages && a->longest == b->longest &&
         a->cumulated_worst == b->cumulated_worst;
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
