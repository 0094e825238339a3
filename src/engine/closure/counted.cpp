#include "engine/closure/counted.h"

#include <algorithm>

#include "engine/clock/period_instant.h"

namespace vigie {

namespace {

CountedTicket counted(const Judgement& judgement, const Names& names) {
  const bool is_out = judgement.standing == Standing::agreed;
  return {.ticket = std::string{names.text(judgement.ticket)},
          .cycle = judgement.cycle,
          .counted = is_out ? Verdict::excluded : judgement.gross,
          .gross = judgement.gross,
          .standing = judgement.standing,
          .opened_at = judgement.opened_at,
          .breached_at = judgement.reading.breached_at,
          .ended_at = judgement.ended_at,
          .elapsed = judgement.reading.elapsed};
}

/// The last period seen of a commitment: verdicts of one period come close to each other.
struct Seen {
  PeriodTerms terms;
  Period period;
  bool is_set = false;
};

}  // namespace

PeriodTerms period_terms_of(const Terms& terms, std::uint32_t agreement, std::uint32_t commitment) {
  const Agreement& version = terms.agreement(agreement);
  return period_terms(version, version.commitments[commitment], terms.zone(agreement));
}

CountedTickets::CountedTickets(const Evaluation& evaluation, const Terms& terms, const Names& names,
                               const std::map<std::string, std::set<std::string>>& periods) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Seen> seen;
  for (const Judgement& judgement : evaluation.verdicts) {
    if (!judgement.is_counted) continue;
    const auto wanted = periods.find(terms.agreement(judgement.agreement).id);
    if (wanted == periods.end()) continue;
    const Commitment& commitment = terms.commitment({judgement.agreement, judgement.commitment});
    const auto at = period_instant({.verdict = judgement.gross,
                                    .opened_at = judgement.opened_at,
                                    .breached_at = judgement.reading.breached_at,
                                    .ended_at = judgement.ended_at},
                                   commitment.measurement.period_of);
    if (!at) continue;
    Seen& last = seen[{judgement.agreement, judgement.commitment}];
    if (!last.is_set) {
      last.terms = period_terms_of(terms, judgement.agreement, judgement.commitment);
    }
    if (!last.is_set || !last.period.interval.covers(*at)) last.period = period_at(last.terms, *at);
    last.is_set = true;
    Period period = last.period;
    const bool rolls = last.terms.rules.kind == PeriodKind::rolling;
    const int shown_in = rolls ? std::max(last.terms.rules.rolling, 1) : 1;
    for (int i = 0; i < shown_in; ++i) {
      if (i > 0) period = next_period(last.terms, period);
      if (!wanted->second.contains(period.name)) continue;
      tickets_[{judgement.agreement, judgement.commitment, period.name}].push_back(
          counted(judgement, names));
    }
  }
}

const std::vector<CountedTicket>& CountedTickets::of(std::uint32_t agreement,
                                                     std::uint32_t commitment,
                                                     const std::string& period) const {
  static const std::vector<CountedTicket> none;
  const auto found = tickets_.find({agreement, commitment, period});
  return found == tickets_.end() ? none : found->second;
}

std::string first_open_period(const PeriodTerms& terms, Interval closed,
                              const std::set<std::string>& closed_names) {
  Period period = period_at(terms, closed.to - Duration{1});
  while (closed_names.contains(period.name)) {
    const Period next = next_period(terms, period);
    if (next.first <= period.first) break;
    period = next;
  }
  return period.name;
}

Tally tally_of(const std::vector<CountedTicket>& tickets) {
  Tally tally;
  for (const CountedTicket& ticket : tickets) ++tally.of(ticket.counted);
  return tally;
}

}  // namespace vigie
