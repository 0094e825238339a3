#include "usecase/figures/release_effects.h"

#include <map>
#include <set>
#include <tuple>

#include "engine/penalty/difference.h"
#include "usecase/figures/closed_periods.h"
#include "usecase/figures/judged_side.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

struct ReleaseFacts {
  Facts facts;
  std::vector<ClosedPeriod> closed;
  Instant as_of;
};

Outcome<ReleaseFacts> gather_all(const Look& look, const FiguresParts& parts) {
  SharedTerms terms = parts.shelf.terms(look.rows);
  const Instant as_of = clock_of_database(look.rows);
  ReleaseFacts gathered{
      .facts = {}, .closed = closed_periods(look, terms->terms, as_of), .as_of = as_of};
  std::vector<bool> shown(terms->terms.agreements().size(), true);
  gathered.facts = facts_of(look, std::move(terms), {.shown = std::move(shown), .as_of = as_of});
  return gathered;
}

/// The terms are the same but for their zones: their indices are those of both sides.
using ClockKey = std::tuple<Id<Ticket>, std::uint32_t, std::uint32_t, std::uint16_t>;

ClockKey key_of_clock(const Judgement& one) {
  return {one.ticket, one.agreement, one.commitment, one.cycle};
}

std::vector<DueMove> due_moves(const JudgedSide& before, const JudgedSide& after,
                               const Names& names) {
  std::map<ClockKey, std::optional<Instant>> due;
  for (const Judgement& one : after.evaluation.verdicts) {
    if (!one.ended_at) due.emplace(key_of_clock(one), one.reading.due);
  }
  std::vector<DueMove> moves;
  for (const Judgement& one : before.evaluation.verdicts) {
    if (one.ended_at) continue;
    const auto found = due.find(key_of_clock(one));
    const auto now = found == due.end() ? std::nullopt : found->second;
    if (now == one.reading.due) continue;
    const Agreement& agreement = before.terms.agreement(one.agreement);
    moves.push_back({.ticket = std::string{names.text(one.ticket)},
                     .agreement = agreement.id,
                     .target = agreement.commitments[one.commitment].id,
                     .before = one.reading.due,
                     .after = now});
  }
  return moves;
}

std::vector<PeriodMove> period_moves(const WhatIf& difference,
                                     const std::vector<ClosedPeriod>& closed) {
  std::set<std::pair<std::string, std::string>> is_closed;  // agreement, period
  for (const ClosedPeriod& one : closed) is_closed.emplace(one.agreement, one.period);
  std::vector<PeriodMove> moves;
  for (const TargetDifference& target : difference.targets) {
    for (const PeriodDifference& period : target.periods) {
      if (!period.moves() || is_closed.contains({target.agreement, period.period})) continue;
      moves.push_back(
          {.agreement = target.agreement, .target = target.target, .difference = period});
    }
  }
  return moves;
}

}  // namespace

Outcome<ReleaseEffects> effects_of_release(const FiguresParts& parts, const Caller& caller,
                                           ZoneSource& other) {
  const auto place = parts.questions.take_place();
  if (!place) return place.error();
  auto read = look(parts.here, caller, Permission::accept_zones,
                   [&](const Look& seen) { return gather_all(seen, parts); });
  if (!read) return read.error();
  ReleaseFacts gathered = *std::move(read);
  Facts& facts = gathered.facts;
  auto made = Terms::from(facts.terms.agreements(), other, facts.names);
  if (!made.faults.empty()) return Refused{Refusal::document_faulty, {}, std::move(made.faults)};
  const Terms terms = with_claims(made.terms, facts.claims, facts.names);
  const SideAsked side{.facts = facts, .as_of = gathered.as_of, .keep_verdicts = true};
  const JudgedSide before = judged_side(facts.terms, side, {});
  const JudgedSide after = judged_side(terms, side, {});
  const WhatIf difference = compare_terms({before.terms, before.evaluation, before.brief},
                                          {after.terms, after.evaluation, after.brief});
  const auto amounts =
      amount_differences({before.terms, before.ledger}, {after.terms, after.ledger});
  ReleaseEffects effects{.as_of = gathered.as_of,
                         .due = due_moves(before, after, facts.names),
                         .periods = period_moves(difference, gathered.closed),
                         .closed = {}};
  effects.closed = closed_that_would_move(std::move(gathered.closed), difference, amounts);
  return effects;
}

}  // namespace vigie
