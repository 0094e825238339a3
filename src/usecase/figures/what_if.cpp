#include "usecase/figures/what_if.h"

#include <algorithm>

#include "engine/agreement/check_set.h"
#include "engine/penalty/assess.h"
#include "usecase/figures/shown.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

/// What is read in one view of the rows.
struct ComparedFacts {
  Facts facts;
  std::vector<bool> shown;
  Instant as_of;
};

/// One side, judged.
struct Side {
  const Terms& terms;
  Evaluation evaluation;
  std::vector<BriefVerdict> brief;
  Ledger ledger;
};

Side judged(const Terms& terms, const ComparedFacts& gathered) {
  Side side{.terms = terms, .evaluation = {}, .brief = {}, .ledger = {}};
  side.evaluation = evaluate({.terms = terms,
                              .histories = gathered.facts.histories,
                              .names = gathered.facts.names,
                              .as_of = gathered.as_of,
                              .within = std::nullopt,
                              .outages = &gathered.facts.outages},
                             {}, &side.brief);
  side.ledger =
      assess({.terms = terms, .evaluation = side.evaluation, .names = gathered.facts.names});
  return side;
}

/// Whether the caller sees some version of it.
bool is_seen(const ComparedFacts& gathered, const std::string& id) {
  const auto& agreements = gathered.facts.terms->terms.agreements();
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    if (gathered.shown[i] && agreements[i].id == id) return true;
  }
  return false;
}

/// Takes out what is of agreements that the caller may not see; flips keep naming their targets.
void keep_seen(const ComparedFacts& gathered, WhatIfFigures& made) {
  std::vector<std::optional<std::uint32_t>> places;
  std::vector<TargetDifference> targets;
  for (TargetDifference& target : made.difference.targets) {
    const bool is_kept = is_seen(gathered, target.agreement);
    places.push_back(is_kept ? std::optional{static_cast<std::uint32_t>(targets.size())}
                             : std::nullopt);
    if (is_kept) targets.push_back(std::move(target));
  }
  made.difference.targets = std::move(targets);
  std::erase_if(made.difference.flips, [&](Flip& flip) {
    const auto place = places[flip.target];
    flip.target = place.value_or(0);
    return !place;
  });
  std::erase_if(made.amounts,
                [&](const AmountDifference& one) { return !is_seen(gathered, one.agreement); });
}

Outcome<std::vector<Agreement>> other_agreements(TermsShelf& shelf, const AskWhatIf& asked,
                                                 ComparedFacts& gathered, WhatIfFigures& made) {
  const auto& old = gathered.facts.terms->terms.agreements();
  if (asked.documents.empty()) {
    std::vector<Agreement> agreements = old;
    for (const TermChange& change : asked.changes) {
      if (!can_change(agreements, change)) {
        return Refused{Refusal::change_malformed, {{"text", change.target}}, {}};
      }
      agreements = changed(std::move(agreements), change, asked.from);
    }
    return agreements;
  }
  std::vector<Agreement> newer;
  for (const std::string& document : asked.documents) {
    auto read = shelf.read(document, gathered.facts.names);
    if (!read) return Refused{Refusal::document_faulty, {}, read.error()};
    if (!is_seen(gathered, read->id)) {
      return Refused{Refusal::agreement_unknown, {{"reference", read->id}}, {}};
    }
    made.changed.push_back(read->id + "@" + std::to_string(read->version));
    newer.push_back(*std::move(read));
  }
  return amended(old, std::move(newer), asked.from);
}

Outcome<Terms> other_terms(TermsShelf& shelf, const AskWhatIf& asked, ComparedFacts& gathered,
                           WhatIfFigures& made) {
  auto agreements = other_agreements(shelf, asked, gathered, made);
  if (!agreements) return agreements.error();
  SetCheck together = check_agreements(*agreements);
  if (!together.faults.empty()) {
    return Refused{Refusal::document_faulty, {}, std::move(together.faults)};
  }
  auto compiled = shelf.compile(*std::move(agreements), gathered.facts.names);
  if (!compiled) return Refused{Refusal::document_faulty, {}, compiled.error()};
  return *std::move(compiled);
}

}  // namespace

Outcome<WhatIfFigures> what_if(const FiguresParts& parts, const Caller& caller,
                               const AskWhatIf& asked) {
  if (asked.documents.empty() == asked.changes.empty()) {
    return refused(Refusal::what_if_empty);
  }
  const auto place = parts.questions.take_place();
  if (!place) return place.error();
  auto read = look(
      parts.here, caller, Permission::ask_what_if, [&](const Look& seen) -> Outcome<ComparedFacts> {
        SharedTerms terms = parts.shelf.terms(seen.rows);
        auto shown = agreements_within(seen.rows, seen.scope(), terms->terms, {});
        return ComparedFacts{.facts = facts_of(seen, std::move(terms)),
                             .shown = std::move(shown),
                             .as_of = asked.as_of ? *asked.as_of : clock_of_database(seen.rows)};
      });
  if (!read) return read.error();
  ComparedFacts gathered = *std::move(read);
  WhatIfFigures made{.facts = {}, .as_of = gathered.as_of};
  const auto other = other_terms(parts.shelf, asked, gathered, made);
  if (!other) return other.error();
  const Side before = judged(gathered.facts.terms->terms, gathered);
  const Side after = judged(*other, gathered);
  made.tickets = before.evaluation.tickets;
  made.difference = compare_terms({before.terms, before.evaluation, before.brief},
                                  {after.terms, after.evaluation, after.brief});
  made.amounts = amount_differences({before.terms, before.ledger}, {after.terms, after.ledger});
  keep_seen(gathered, made);
  made.facts = std::move(gathered.facts);
  return made;
}

}  // namespace vigie
