#include "usecase/closure/closing.h"

#include <algorithm>

#include "engine/closure/closing.h"
#include "engine/penalty/assess.h"
#include "store/agreement/agreement.h"
#include "usecase/figures/kept_closures.h"
#include "usecase/figures/shown.h"
#include "usecase/penalty/closed_amounts.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// What is read in one view of the rows.
struct ClosingFacts {
  KeptAgreement agreement;
  Facts facts;
  std::vector<Closure> closures;
  std::optional<ClosureRow> held;
  std::string reason;  // of closing it again
  Instant as_of;
};

/// Why it was last asked to close a period again; empty: it was not.
std::string reason_of(Connection& rows, const std::string& closure) {
  const auto steps = reopening_steps(rows, closure);
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->step == ReopeningStep::asked) return step->reason;
  }
  return {};
}

Outcome<ClosingFacts> gather(const Look& look, const FiguresParts& parts,
                             const ClosePeriod& asked) {
  const auto reference = reference_from(asked.agreement).value_or("");
  const auto kept = agreement_by_reference(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::agreement_unknown, {{"reference", asked.agreement}});
  SharedTerms terms = parts.shelf.terms(look.rows);
  auto shown = agreements_within(look.rows, look.scope(), terms->terms, std::nullopt);
  const Instant as_of = asked.as_of ? *asked.as_of : clock_of_database(look.rows);
  ClosingFacts gathered{
      .agreement = *kept,
      .facts = facts_of(look, std::move(terms),
                        {.shown = std::move(shown), .as_of = as_of, .known_at = as_of}),
      .closures = kept_closures(look.rows, look.scope(), parts.closures, reference),
      .held = closure_of(look.rows, reference, asked.period),
      .reason = {},
      .as_of = as_of};
  if (gathered.held) gathered.reason = reason_of(look.rows, gathered.held->reference);
  return gathered;
}

/// "acme-2026-03", "acme-2026-03-r2".
std::string reference_of(const PreparedClosing& prepared) {
  std::string reference = prepared.reference + "-";
  for (const char c : prepared.closure.period) {
    reference += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (prepared.closure.revision > 1) {
    reference += "-r" + std::to_string(prepared.closure.revision);
  }
  return reference;
}

bool is_agreed(Connection& rows, const std::string& closure) {
  const auto steps = reopening_steps(rows, closure);
  return !steps.empty() && steps.back().step == ReopeningStep::agreed;
}

/// What stands in the way, with what was closed since it was prepared.
std::optional<Refused> hindrance(Connection& rows, const PreparedClosing& prepared,
                                 const std::string& accepts) {
  const Closure& closure = prepared.closure;
  if (prepared.is_running) {
    return refused(Refusal::period_not_over, {{"period", closure.period},
                                              {"agreement", prepared.reference},
                                              {"as_of", text_of(closure.basis.as_of)}});
  }
  const auto held = closure_of(rows, prepared.reference, closure.period);
  if (held && !is_agreed(rows, held->reference)) {
    return refused(Refusal::period_is_closed, {{"period", closure.period},
                                               {"agreement", prepared.reference},
                                               {"count", std::to_string(prepared.moved)}});
  }
  if (!prepared.later.empty()) {
    return refused(Refusal::closure_rests, {{"later", prepared.later}, {"period", closure.period}});
  }
  const bool is_same_held = held ? prepared.replaces == held->reference : !prepared.replaces;
  if (accepts != prepared.figures || !is_same_held) return refused(Refusal::figures_moved, {});
  return std::nullopt;
}

Evaluation judged_by(const ClosingFacts& gathered) {
  const Facts& facts = gathered.facts;
  return evaluate({.terms = facts.terms,
                   .histories = facts.histories,
                   .names = facts.names,
                   .as_of = gathered.as_of,
                   .known_at = gathered.as_of,
                   .within = std::nullopt,
                   .keep_verdicts = true,
                   .outages = &facts.outages,
                   .shown = &facts.shown});
}

/// The closing of the agreement among those of the period; none: it has no figure of it.
std::optional<PeriodClosing> closing_among(std::vector<PeriodClosing> closings,
                                           const std::string& reference) {
  for (PeriodClosing& one : closings) {
    if (reference_from(one.closure.agreement) == reference) return std::move(one);
  }
  return std::nullopt;
}

Outcome<PreparedClosing> prepared_of(const FiguresParts& parts, const ClosingFacts& gathered,
                                     const std::string& period) {
  const Facts& facts = gathered.facts;
  const Terms& terms = facts.terms;
  const std::string& reference = gathered.agreement.row.reference;
  const Evaluation evaluation = judged_by(gathered);
  const Ledger ledger = assess({.terms = terms, .evaluation = evaluation, .names = facts.names});
  auto closing = closing_among(closings_of({.closures = gathered.closures,
                                            .evaluation = evaluation,
                                            .terms = terms,
                                            .names = facts.names,
                                            .histories = facts.histories,
                                            .ledger = ledger,
                                            .known_at = gathered.as_of,
                                            .period = period}),
                               reference);
  if (!closing) {
    return refused(Refusal::period_unknown, {{"agreement", reference}, {"period", period}});
  }
  PreparedClosing prepared{.customer = gathered.agreement.row.customer,
                           .reference = reference,
                           .closure = std::move(closing->closure),
                           .moved = closing->moved,
                           .is_running = closing->is_running,
                           .later = closing->later,
                           .position = facts.position,
                           .terms = facts.in_force->digest};
  if (gathered.held) prepared.replaces = gathered.held->reference;
  prepared.closure.reason = gathered.reason;
  prepared.figures = parts.closures.digest_of_figures(prepared.closure);
  prepared.text = parts.closures.write(prepared.closure, evaluation, terms);
  prepared.penalties = closed_amounts({.closure = prepared.closure,
                                       .ledger = ledger,
                                       .terms = terms,
                                       .names = facts.names,
                                       .texts = parts.closures});
  return prepared;
}

}  // namespace

Outcome<PreparedClosing> prepare_closing(const FiguresParts& parts, const Caller& caller,
                                         const ClosePeriod& asked) {
  const auto place = parts.questions.take_place();
  if (!place) return place.error();
  const auto gathered = look(parts.here, caller, Permission::close_periods,
                             [&](const Look& seen) { return gather(seen, parts, asked); });
  if (!gathered) return gathered.error();
  return prepared_of(parts, *gathered, asked.period);
}

Outcome<ClosureView> close_period(Desk& desk, const PreparedClosing& prepared,
                                  const std::string& accepts) {
  if (auto refusal = hindrance(desk.rows(), prepared, accepts)) return *std::move(refusal);
  const Closure& closure = prepared.closure;
  ClosureRow row{.reference = reference_of(prepared),
                 .customer = prepared.customer,
                 .agreement = prepared.reference,
                 .period = closure.period,
                 .revision = closure.revision,
                 .as_of = closure.basis.as_of,
                 .position = prepared.position,
                 .terms = prepared.terms,
                 .digest = closure.digest,
                 .document = prepared.text,
                 .reason = closure.reason};
  Act& act = desk.open(ActWord::period_closed, Thing::closure, row.reference);
  act.add(row);
  keep_closed_amounts(act, row, prepared.replaces, prepared.penalties);
  return view_of(desk.rows(), row);
}

}  // namespace vigie
