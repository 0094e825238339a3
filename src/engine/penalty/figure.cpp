#include "engine/penalty/figure.h"

#include <algorithm>

#include "engine/calendar/business_days.h"
#include "engine/penalty/ledger_step.h"

namespace vigie {

namespace {

constexpr std::size_t tickets_told = 5;

const Commitment& commitment_of(const Contract& contract, const Occasion& occasion) {
  return contract.agreement(occasion.version).commitments[occasion.commitment];
}

const PenaltyClause& clause_of(const Contract& contract, const Occasion& occasion) {
  return contract.agreement(occasion.version).penalties->clauses[occasion.clause];
}

Exact rounded_at(Exact rate, const Precision& precision) {
  std::int64_t scale = 100;
  for (int i = 0; i < precision.decimals; ++i) scale *= 10;
  const Exact units = rate * Exact{scale};
  const std::int64_t whole = precision.rounding == Rounding::down ? cut(units) : rounded(units);
  return {whole, scale};
}

Exact average(const std::vector<const Occasion*>& occasions, const Contract& contract) {
  Exact sum;
  for (const Occasion* one : occasions) {
    const Exact rate{*one->attainment->rate};
    sum = sum + (occasions.size() > 2 ? compared_rate(contract, *one, rate) : rate);
  }
  return sum * Exact{1, static_cast<Wide>(occasions.size())};
}

void tell_rate(const Occasion& occasion, const Figure& figure, std::vector<LedgerStep>& steps) {
  const Attainment& attainment = *occasion.attainment;
  const LedgerArgument rate{"rate", *attainment.rate};
  if (!figure.required) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::rate_alone, {rate});
    return;
  }
  const LedgerArgument required{"required", shown_ratio(*figure.required)};
  const Tally& net = attainment.net_agreed;
  if (attainment.availability) {
    const AvailabilityFigure& committed = attainment.availability->committed;
    say(steps, LedgerTopic::achieved, LedgerStepWord::rate_available,
        {rate, required, {"down", committed.down}, {"observed", committed.observed}});
  } else if (net.measured() > 0) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::rate_measured,
        {rate, required, {"met", net.met}, {"measured", net.measured()}, {"missed", net.missed}});
  } else {
    say(steps, LedgerTopic::achieved, LedgerStepWord::rate_given, {rate, required});
  }
}

void tell_tickets(const Contract& contract, const Occasion& occasion,
                  std::vector<LedgerStep>& steps) {
  std::string tickets;
  std::int64_t count = 0;
  for (const LateTicket& late : occasion.result->late) {
    if (late.period != occasion.attainment->period) continue;
    if (static_cast<std::size_t>(count++) >= tickets_told) continue;
    if (!tickets.empty()) tickets += ", ";
    tickets += contract.request.names.text(late.ticket);
  }
  const auto more = count - static_cast<std::int64_t>(tickets_told);
  if (more > 0) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::tickets_breached_more,
        {{"tickets", tickets}, {"more", more}});
  } else if (count > 0) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::tickets_breached, {{"tickets", tickets}});
  }
}

/// Of a statistic what it has beyond its limit, of an availability the time down beyond what the
/// rate required allows.
std::optional<Duration> overrun_of(const Occasion& occasion, const Measurement& measurement,
                                   const Figure& figure) {
  const Attainment& attainment = *occasion.attainment;
  if (attainment.availability && figure.required) {
    const AvailabilityFigure& committed = attainment.availability->committed;
    const Exact allowed = Exact{committed.observed.count()} * (Exact{1} - *figure.required);
    const Exact beyond = Exact{committed.down.count()} - allowed;
    return Duration{beyond > Exact{0} ? begun(beyond) : 0};
  }
  if (!attainment.statistic || !measurement.limit) return std::nullopt;
  return std::max(*attainment.statistic - *measurement.limit, Duration{0});
}

/// Slices of the period, from its start on, in which it was down.
std::int64_t slices_down(const Attainment& attainment, Duration slice) {
  std::int64_t count = 0;
  std::int64_t last = -1;
  for (const Interval& down : attainment.availability->down_intervals) {
    const Interval inside = shared_part(down, attainment.interval);
    if (inside.is_empty()) continue;
    const auto from = (inside.from - attainment.interval.from) / slice;
    const auto to = (inside.to - Duration{1} - attainment.interval.from) / slice;
    count += to - std::max<std::int64_t>(from, last + 1) + 1;
    last = to;
  }
  return count;
}

/// A promise to the end of a day is due at the midnight that ends it: that day is the due day.
CivilDay due_day(const Contract& contract, const Commitment& commitment, Instant due) {
  const auto* days = std::get_if<BusinessDays>(&commitment.within);
  const auto* span = std::get_if<CalendarSpan>(&commitment.within);
  const auto* date = std::get_if<CarriedDate>(&commitment.within);
  const bool to_end_of_day = (days != nullptr && days->by == DueBy::end_of_day) ||
                             (span != nullptr && span->legal_count) ||
                             (date != nullptr && date->end_of_day);
  return local_day(contract, to_end_of_day ? due - Duration{1} : due);
}

std::int64_t days_late(const Contract& contract, const Occasion& occasion, CivilDay due,
                       CivilDay ended) {
  if (ended <= due) return 0;
  const auto* delay = std::get_if<LinearDelay>(&clause_of(contract, occasion).function);
  if (delay == nullptr || !delay->business_days) return (ended - due).count();
  constexpr std::chrono::days next{1};
  return business_days_between(
      contract.request.terms.hours(occasion.version, occasion.commitment, Value{}), due + next,
      ended + next);
}

/// When the delay of a ticket is over, or read.
struct DelayEnd {
  Instant at;    // the delay is [due, at)
  CivilDay day;  // the last day of the delay
  bool is_cut = false;
};

DelayEnd delay_end(const Contract& contract, const LateTicket& late) {
  const Instant last = contract.last_judged();
  const Instant as_of = contract.request.evaluation.as_of;
  if (late.ended_at && *late.ended_at < last) {
    return {.at = *late.ended_at, .day = local_day(contract, *late.ended_at)};
  }
  const Instant at = late.ended_at ? last : std::min(as_of, last);
  return {.at = at, .day = local_day(contract, at - Duration{1}), .is_cut = at == last};
}

}  // namespace

bool counts(const Attainment& attainment) {
  const Tally& net = attainment.net_agreed;
  const bool has_volume = attainment.rate || attainment.statistic || net.measured() > 0 ||
                          net.overdue_open > 0 || attainment.availability;
  return has_volume && !attainment.ramp_up && !attainment.voided_by_volume;
}

Exact compared_rate(const Contract& contract, const Occasion& occasion, Exact rate) {
  const auto& stated = contract.agreement(occasion.version).penalties->precision;
  const auto& own = commitment_of(contract, occasion).measurement.precision;
  if (stated) return rounded_at(rate, *stated);
  return own ? rounded_at(rate, *own) : rate;
}

Figure figure_of(const Contract& contract, const Occasion& occasion,
                 const std::vector<const Occasion*>& averaged, std::vector<LedgerStep>& steps) {
  const Attainment& attainment = *occasion.attainment;
  const Measurement& measurement = commitment_of(contract, occasion).measurement;
  const PenaltyClause& clause = clause_of(contract, occasion);
  Figure figure;
  figure.attained = attainment.attained;
  figure.missed = attainment.net_agreed.missed;
  if (attainment.required) figure.required = Exact{*attainment.required};
  if (attainment.rate) {
    tell_rate(occasion, figure, steps);
    const Exact rate = averaged.empty() ? Exact{*attainment.rate} : average(averaged, contract);
    figure.rate = compared_rate(contract, occasion, rate);
    if (!averaged.empty()) {
      std::string periods;
      for (const Occasion* one : averaged) {
        periods += (periods.empty() ? "" : ", ") + one->attainment->period;
      }
      say(steps, LedgerTopic::achieved, LedgerStepWord::rate_averaged,
          {{"rate", shown_ratio(rate)}, {"periods", periods}});
      if (figure.required) figure.attained = *figure.rate >= *figure.required;
    }
    if (*figure.rate != rate) {
      say(steps, LedgerTopic::achieved, LedgerStepWord::rate_rounded,
          {{"rate", shown_ratio(*figure.rate)}});
    }
  } else if (attainment.statistic && measurement.limit) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::statistic_measured,
        {{"figure", *attainment.statistic}, {"limit", *measurement.limit}});
  } else {
    say(steps, LedgerTopic::achieved, LedgerStepWord::count_measured,
        {{"missed", attainment.net_agreed.missed}, {"measured", attainment.net_agreed.measured()}});
  }
  tell_tickets(contract, occasion, steps);
  figure.overrun = overrun_of(occasion, measurement, figure);
  if (clause.measure == PenaltyMeasure::per_slice && attainment.availability) {
    figure.missed = slices_down(attainment, clause.slice);
    say(steps, LedgerTopic::achieved, LedgerStepWord::slices_down,
        {{"slices", *figure.missed}, {"slice", clause.slice}});
  }
  return figure;
}

Figure figure_of_ticket(const Contract& contract, const Occasion& occasion, const LateTicket& late,
                        std::vector<LedgerStep>& steps) {
  const auto* units = std::get_if<PerUnit>(&clause_of(contract, occasion).function);
  const DelayEnd end = delay_end(contract, late);
  const Instant due = late.due.value_or(end.at);
  Figure figure;
  figure.attained = false;
  figure.overrun =
      units != nullptr && units->wall_clock ? std::max(end.at - due, Duration{0}) : late.overrun;
  figure.due_on = due_day(contract, commitment_of(contract, occasion), due);
  figure.missed = days_late(contract, occasion, *figure.due_on, end.day);
  const std::string ticket{contract.request.names.text(late.ticket)};
  const LedgerArgument overrun{"overrun", *figure.overrun};
  if (late.ended_at) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::ticket_late,
        {{"ticket", ticket}, {"due", due}, {"ended", *late.ended_at}, overrun});
  } else {
    say(steps, LedgerTopic::achieved, LedgerStepWord::ticket_open,
        {{"ticket", ticket}, {"due", due}, overrun});
  }
  if (end.is_cut) {
    say(steps, LedgerTopic::achieved, LedgerStepWord::ticket_cut, {{"last", end.day}});
  }
  return figure;
}

}  // namespace vigie
