#include "usecase/figures/what_if.h"

#include <algorithm>

#include "engine/agreement/check_set.h"
#include "usecase/figures/closed_periods.h"
#include "usecase/figures/judged_side.h"
#include "usecase/figures/shown.h"
#include "usecase/people/site.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

/// What is read in one view of the rows.
struct ComparedFacts {
  Facts facts;
  std::vector<bool> shown;
  std::vector<ClosedPeriod> closed;  // by `as_of`
  Instant as_of;
  std::optional<std::vector<Agreement>> with_site;  // those in force, with the site of the question
};

/// Whether the caller sees some version of it.
bool is_seen(const ComparedFacts& gathered, const std::string& id) {
  const auto& agreements = gathered.facts.terms.agreements();
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

/// As changes of clauses are written.
std::vector<std::string> changes_of(const SiteToTry& site) {
  std::vector<std::string> changes;
  if (site.zone) changes.push_back(site.reference + ".zone=" + *site.zone);
  if (site.holidays) {
    std::string sets;
    for (const std::string& each : *site.holidays) sets += (sets.empty() ? "" : " ") + each;
    changes.push_back(site.reference + ".holidays=" + sets);
  }
  return changes;
}

Outcome<std::vector<Agreement>> other_agreements(TermsShelf& shelf, const AskWhatIf& asked,
                                                 ComparedFacts& gathered, WhatIfFigures& made) {
  if (gathered.with_site) {
    made.changed = changes_of(*asked.site);
    return *std::move(gathered.with_site);
  }
  const auto& old = gathered.facts.terms.agreements();
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
  Facts& facts = gathered.facts;
  const auto compiled = shelf.compile(*std::move(agreements), facts.names);
  if (!compiled) return Refused{Refusal::document_faulty, {}, compiled.error()};
  return with_claims(*compiled, facts.claims, facts.names);
}

/// A site that is not there is one of the question, and not its address.
Refused refusal_of_site(const Refused& refusal, const std::string& reference) {
  if (refusal.refusal != Refusal::not_found) return refusal;
  return refused(Refusal::site_unknown, {{"reference", reference}});
}

/// `with_facts`: else only the terms are there.
Outcome<ComparedFacts> gather(const Look& look, const FiguresParts& parts, const AskWhatIf& asked,
                              bool with_facts) {
  SharedTerms terms = parts.shelf.terms(look.rows);
  std::optional<std::vector<Agreement>> with_site;
  if (asked.site) {
    const auto changed = changed_site(
        look.rows, look.scope(), parts.shelf, {.reference = asked.site->reference, .version = {}},
        {.name = {}, .zone = asked.site->zone, .holidays = asked.site->holidays, .is_closed = {}});
    if (!changed) return refusal_of_site(changed.error(), asked.site->reference);
    with_site = terms->terms.agreements();
    parts.shelf.set_sites(look.rows, changed->row, *with_site);
  }
  auto shown = agreements_within(look.rows, look.scope(), terms->terms, {});
  const Instant as_of = asked.as_of ? *asked.as_of : clock_of_database(look.rows);
  ComparedFacts gathered{
      .facts = {}, .shown = shown, .closed = {}, .as_of = as_of, .with_site = std::move(with_site)};
  if (with_facts) {
    gathered.closed = closed_periods(look, terms->terms, as_of);
    gathered.facts = facts_of(look, std::move(terms), {.shown = std::move(shown), .as_of = as_of});
  } else {
    gathered.facts.terms = terms->terms;
    gathered.facts.names = Names{terms->names.columns(), terms};
  }
  return gathered;
}

std::optional<Refused> refusal_of_nothing(const AskWhatIf& asked) {
  const int said = (asked.documents.empty() ? 0 : 1) + (asked.changes.empty() ? 0 : 1) +
                   (asked.site && (asked.site->zone || asked.site->holidays) ? 1 : 0);
  if (said == 1) return std::nullopt;
  return Refused{Refusal::what_if_empty, {}, {}};
}

}  // namespace

Outcome<WhatIfFigures> what_if(const FiguresParts& parts, const Caller& caller,
                               const AskWhatIf& asked) {
  if (auto refusal = refusal_of_nothing(asked)) return *std::move(refusal);
  const auto place = parts.questions.take_place();
  if (!place) return place.error();
  return what_if_in_place(parts, caller, asked, {});
}

Outcome<WhatIfFigures> what_if_in_place(const FiguresParts& parts, const Caller& caller,
                                        const AskWhatIf& asked, const TellProgress& told) {
  if (auto refusal = refusal_of_nothing(asked)) return *std::move(refusal);
  auto read = look(parts.here, caller, Permission::ask_what_if,
                   [&](const Look& seen) { return gather(seen, parts, asked, true); });
  if (!read) return read.error();
  ComparedFacts gathered = *std::move(read);
  WhatIfFigures made{.facts = {}, .as_of = gathered.as_of};
  const auto other = other_terms(parts.shelf, asked, gathered, made);
  if (!other) return other.error();
  Passes passes{told, 2};
  const SideAsked side{.facts = gathered.facts, .as_of = gathered.as_of};
  const JudgedSide before = judged_side(gathered.facts.terms, side, passes.next());
  const JudgedSide after = judged_side(*other, side, passes.next());
  made.tickets = before.evaluation.tickets;
  made.difference = compare_terms({before.terms, before.evaluation, before.brief},
                                  {after.terms, after.evaluation, after.brief});
  made.amounts = amount_differences({before.terms, before.ledger}, {after.terms, after.ledger});
  keep_seen(gathered, made);
  made.closed = closed_that_would_move(std::move(gathered.closed), made.difference, made.amounts);
  made.facts = std::move(gathered.facts);
  return made;
}

std::optional<Refused> refusal_of_what_if(const FiguresParts& parts, const Caller& caller,
                                          const AskWhatIf& asked) {
  if (auto refusal = refusal_of_nothing(asked)) return refusal;
  auto read = look(parts.here, caller, Permission::ask_what_if,
                   [&](const Look& seen) { return gather(seen, parts, asked, false); });
  if (!read) return read.error();
  ComparedFacts gathered = *std::move(read);
  WhatIfFigures unused{.facts = {}, .as_of = gathered.as_of};
  auto other = other_terms(parts.shelf, asked, gathered, unused);
  if (!other) return std::move(other).error();
  return std::nullopt;
}

}  // namespace vigie
