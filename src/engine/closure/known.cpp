#include "engine/closure/known.h"

#include <algorithm>

namespace vigie {

namespace {

bool same_line(const ClosedAmount& a, const ClosedAmount& b) {
  return a.version == b.version && a.clause == b.clause && a.target == b.target &&
         a.ticket == b.ticket && a.period == b.period && a.due_in == b.due_in &&
         a.nature == b.nature && a.kind == b.kind;
}

void apply(const MovedTicket& moved, std::vector<CountedTicket>& tickets) {
  const auto same = [&](const CountedTicket& one) {
    return one.ticket == moved.ticket() && one.cycle == moved.cycle();
  };
  const auto known = std::find_if(tickets.begin(), tickets.end(), same);
  if (known == tickets.end()) {
    if (moved.now) tickets.push_back(*moved.now);
  } else if (moved.now) {
    *known = *moved.now;
  } else {
    tickets.erase(known);
  }
}

void apply(const Regularisation& booked, KnownPeriod& period) {
  ClosedTarget& target = period.targets[{booked.version, booked.target}];
  target.version = booked.version;
  target.target = booked.target;
  target.attainment = booked.now;
  for (const RegularisationLine& line : booked.lines) {
    for (const MovedTicket& moved : line.tickets) apply(moved, target.tickets);
  }
}

void apply(const AmountRegularisation& booked, std::vector<ClosedAmount>& amounts) {
  const auto known = std::find_if(amounts.begin(), amounts.end(), [&](const ClosedAmount& one) {
    return same_line(one, booked.closed);
  });
  if (known == amounts.end()) {
    amounts.push_back(booked.now);
  } else {
    *known = booked.now;
  }
}

void take(const Closure& closure, KnownAgreement& known) {
  for (const Regularisation& booked : closure.regularised) {
    apply(booked, known.periods[booked.period]);
  }
  for (const AmountRegularisation& booked : closure.regularised_amounts) {
    apply(booked, known.periods[booked.closed.due_in].amounts);
  }
  KnownPeriod& period = known.periods[closure.period];
  period = {};
  for (const ClosedTarget& target : closure.targets) {
    period.targets[{target.version, target.target}] = target;
  }
  period.amounts = closure.amounts;
  known.closed.insert(closure.period);
  known.versions = closure.versions;
  known.basis = closure.basis;
}

}  // namespace

std::map<std::string, KnownAgreement> known_of(const std::vector<Closure>& closures) {
  std::vector<const Closure*> in_order;
  for (const Closure& closure : closures) in_order.push_back(&closure);
  std::stable_sort(in_order.begin(), in_order.end(), [](const Closure* a, const Closure* b) {
    return a->basis.as_of < b->basis.as_of;
  });
  std::map<std::string, KnownAgreement> known;
  for (const Closure* closure : in_order) take(*closure, known[closure->agreement]);
  return known;
}

}  // namespace vigie
