#include "engine/closure/price.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/closure/counted.h"
#include "engine/closure/figures.h"

namespace vigie {

namespace {

/// Which line of the ledger an amount is; lines alike are told apart by their rank. What is held is
/// not due: it becomes a line of the period in which the threshold is crossed.
using LineKey = std::tuple<std::string, std::string, int, std::string, std::string, std::string,
                           PenaltyNature, LedgerLineKind, int>;
using Lines = std::map<LineKey, ClosedAmount>;

void add(const ClosedAmount& amount, Lines& lines) {
  if (amount.state == PenaltyState::held) return;
  LineKey key{amount.due_in, amount.period, amount.version,
              amount.clause, amount.target, amount.ticket,
              amount.nature, amount.kind,   0};
  while (lines.contains(key)) ++std::get<8>(key);
  lines.emplace(std::move(key), amount);
}

ClosedAmount nothing_of(const ClosedAmount& amount) {
  ClosedAmount nothing = amount;
  nothing.amount.minor = 0;
  return nothing;
}

class Pricing {
 public:
  explicit Pricing(const PriceReview& review) : review_(review) {}

  void run(std::vector<AmountRegularisation>& amounts) {
    Lines closed;
    Lines now;
    for (const auto& [name, period] : review_.known.periods) {
      for (const ClosedAmount& amount : period.amounts) add(amount, closed);
    }
    const RegulariseRequest& request = review_.request;
    for (const ClosedAmount& amount :
         amounts_of(*request.ledger, request.terms, request.names, review_.agreement)) {
      if (review_.known.closed.contains(amount.due_in)) add(amount, now);
    }
    for (const auto& [key, amount] : closed) {
      const auto today = now.find(key);
      compare(amount, today == now.end() ? nothing_of(amount) : today->second, amounts);
    }
    for (const auto& [key, amount] : now) {
      if (!closed.contains(key)) compare(nothing_of(amount), amount, amounts);
    }
  }

 private:
  void compare(const ClosedAmount& closed, const ClosedAmount& now,
               std::vector<AmountRegularisation>& amounts) const {
    if (due_of(closed) == due_of(now)) return;
    amounts.push_back({.agreement = review_.agreement,
                       .booked_in = booked_in(closed),
                       .closed = closed,
                       .now = now,
                       .cause = cause_of(closed)});
  }

  /// That of its ticket, else of its target; of what moves no figure, the terms or the schedule.
  RegularisationCause cause_of(const ClosedAmount& amount) const {
    const Regularisation* figure = figure_of(amount);
    if (figure != nullptr) {
      for (const RegularisationLine& line : figure->lines) {
        const bool has =
            std::any_of(line.tickets.begin(), line.tickets.end(),
                        [&](const auto& one) { return one.ticket() == amount.ticket; });
        if (has) return line.cause;
      }
      if (amount.ticket.empty()) return figure->lines.front().cause;
    }
    return review_.terms_moved ? RegularisationCause::amendment : RegularisationCause::schedule;
  }

  const Regularisation* figure_of(const ClosedAmount& amount) const {
    const auto found =
        std::find_if(review_.figures.begin(), review_.figures.end(), [&](const auto& one) {
          return one.version == amount.version && one.target == amount.target &&
                 one.period == amount.period;
        });
    return found == review_.figures.end() ? nullptr : &*found;
  }

  std::string booked_in(const ClosedAmount& amount) const {
    if (const Regularisation* figure = figure_of(amount)) return figure->booked_in;
    const Terms& terms = review_.request.terms;
    const auto known = review_.known.periods.find(amount.due_in);
    for (std::uint32_t i = 0; i < terms.agreements().size(); ++i) {
      const Agreement& version = terms.agreement(i);
      if (version.id != review_.agreement || known == review_.known.periods.end()) continue;
      for (const auto& [key, target] : known->second.targets) {
        return first_open(terms, i, target.attainment.interval);
      }
    }
    return {};
  }

  std::string first_open(const Terms& terms, std::uint32_t agreement, Interval closed) const {
    return first_open_period(period_terms_of(terms, agreement, 0), closed, review_.known.closed);
  }

  const PriceReview& review_;
};

}  // namespace

Money due_of(const ClosedAmount& amount) {
  const bool is_due = amount.state != PenaltyState::held && amount.state != PenaltyState::waived;
  if (!is_due) return {.minor = 0, .currency = amount.amount.currency};
  const bool is_bonus = amount.nature == PenaltyNature::bonus;
  return {.minor = is_bonus ? -amount.amount.minor : amount.amount.minor,
          .currency = amount.amount.currency};
}

Money AmountRegularisation::difference() const {
  return {.minor = due_of(now).minor - due_of(closed).minor, .currency = now.amount.currency};
}

void price(const PriceReview& review, std::vector<AmountRegularisation>& amounts) {
  Pricing{review}.run(amounts);
}

}  // namespace vigie
