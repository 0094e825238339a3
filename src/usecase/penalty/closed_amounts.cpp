#include "usecase/penalty/closed_amounts.h"

#include <algorithm>
#include <tuple>

#include "engine/closure/figures.h"
#include "engine/closure/regularise.h"
#include "store/ticket/ticket.h"
#include "usecase/penalty/step.h"

namespace vigie {

namespace {

auto identity_of(const PenaltyRow& row) {
  return std::tie(row.agreement_version, row.kind, row.clause, row.target, row.ticket, row.period);
}

PenaltyRow row_of(const ClosedAmount& amount) {
  return {.agreement_version = amount.version,
          .kind = amount.kind,
          .clause = amount.clause,
          .target = amount.target,
          .ticket = amount.ticket,
          .period = amount.period,
          .due_in = amount.due_in,
          .nature = amount.nature,
          .currency = amount.amount.currency,
          .computed_minor = amount.amount.minor,
          .amount_minor = amount.amount.minor,
          .state = amount.state};
}

/// The lines of the ledger by the names of their amounts, both in the same order.
class LinesByAmount {
 public:
  explicit LinesByAmount(const AmountsClosed& closed)
      : closed_{closed},
        amounts_{amounts_of(closed.ledger, closed.terms, closed.names, closed.closure.agreement)} {
    for (const LedgerLine& line : closed.ledger.lines) {
      const Agreement& agreement = closed.terms.agreement(line.agreement);
      if (agreement.id == closed.closure.agreement && agreement.penalties) lines_.push_back(&line);
    }
  }

  std::string text_of(const ClosedAmount& amount) const {
    const auto found = std::ranges::find(amounts_, amount);
    if (found == amounts_.end()) return {};
    const LedgerLine& line = *lines_[static_cast<std::size_t>(found - amounts_.begin())];
    return closed_.texts.line(closed_.ledger, line, closed_.terms, closed_.names);
  }

 private:
  const AmountsClosed& closed_;
  std::vector<ClosedAmount> amounts_;
  std::vector<const LedgerLine*> lines_;
};

void release(Act& act, const KeptPenalty& held, const PenaltyRow& now) {
  PenaltyRow row = held.row;
  row.due_in = now.due_in;
  take_step(act, held.key, row,
            {.state = PenaltyState::computed,
             .side = ClosureSide::program,
             .amount_minor = now.amount_minor});
}

void add(Act& act, const ClosureRow& closure, PenaltyRow row) {
  row.reference = "PEN-" + std::to_string(next_number(act.rows(), "penalty"));
  row.customer = closure.customer;
  row.agreement = closure.agreement;
  row.closure = closure.reference;
  row.version = 0;
  const PenaltyState state = row.state;
  const Key<PenaltyRow> key = add_penalty_row(act.rows(), row);
  take_step(act, key, row,
            {.state = state, .side = ClosureSide::program, .amount_minor = row.amount_minor});
}

bool is_final(PenaltyState state) {
  return state == PenaltyState::agreed || state == PenaltyState::settled;
}

/// What the replaced closure had brought.
void replace(Act& act, const std::string& closure, const std::string& by,
             std::vector<PenaltyRow>& amounts) {
  for (const KeptPenalty& old : penalties_of_closure(act.rows(), closure)) {
    if (old.row.state == PenaltyState::waived) continue;
    if (!is_final(old.row.state)) {
      take_step(act, old.key, old.row,
                {.state = PenaltyState::waived,
                 .side = ClosureSide::program,
                 .amount_minor = 0,
                 .reason = by});
      continue;
    }
    const auto same = std::ranges::find_if(amounts, [&](const PenaltyRow& one) {
      return one.regularises.empty() && identity_of(one) == identity_of(old.row);
    });
    PenaltyRow difference = same == amounts.end() ? old.row : *same;
    const std::int64_t now = same == amounts.end() ? 0 : same->amount_minor;
    if (same != amounts.end()) amounts.erase(same);
    difference.computed_minor = difference.amount_minor = now - old.row.amount_minor;
    difference.state = PenaltyState::computed;
    difference.regularises = old.row.reference;
    if (difference.amount_minor != 0) amounts.push_back(std::move(difference));
  }
}

}  // namespace

std::vector<PenaltyRow> closed_amounts(const AmountsClosed& closed) {
  const LinesByAmount lines{closed};
  std::vector<PenaltyRow> rows;
  for (const ClosedAmount& amount : closed.closure.amounts) {
    if (amount.amount.minor == 0) continue;
    rows.push_back(row_of(amount));
    rows.back().derivation = lines.text_of(amount);
  }
  for (const AmountRegularisation& one : closed.closure.regularised_amounts) {
    const Money difference = one.difference();
    if (difference.minor == 0) continue;
    const bool is_gone = one.now.amount.minor == 0;
    PenaltyRow row = row_of(is_gone ? one.closed : one.now);
    row.due_in = closed.closure.period;
    row.computed_minor = row.amount_minor = difference.minor;
    row.currency = difference.currency;
    row.state = PenaltyState::computed;
    row.regularises = key_of(one.cause);
    row.derivation = is_gone ? std::string{} : lines.text_of(one.now);
    rows.push_back(std::move(row));
  }
  return rows;
}

void keep_closed_amounts(Act& act, const ClosureRow& closure,
                         const std::optional<std::string>& replaces,
                         std::vector<PenaltyRow> amounts) {
  if (replaces) replace(act, *replaces, closure.reference, amounts);
  const std::vector<KeptPenalty> held = held_penalties(act.rows(), closure.agreement);
  for (PenaltyRow& amount : amounts) {
    const auto waiting = std::ranges::find_if(held, [&](const KeptPenalty& one) {
      return amount.regularises.empty() && amount.state == PenaltyState::computed &&
             identity_of(one.row) == identity_of(amount);
    });
    if (waiting != held.end()) {
      release(act, *waiting, amount);
    } else {
      add(act, closure, std::move(amount));
    }
  }
}

}  // namespace vigie
