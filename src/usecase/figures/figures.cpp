#include "usecase/figures/figures.h"

#include <algorithm>

#include "engine/closure/show_closed.h"
#include "engine/penalty/assess.h"
#include "engine/penalty/within.h"
#include "usecase/figures/kept_closures.h"
#include "usecase/figures/shown.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// What is read in one view of the rows.
struct FiguresFacts {
  Facts facts;
  std::vector<bool> shown;
  std::vector<bool> priced;  // whose penalties the caller may see
  std::vector<Closure> closures;
  Instant as_of;
};

bool is_any(const std::vector<bool>& flags) {
  return std::ranges::find(flags, true) != flags.end();
}

std::vector<bool> either(std::vector<bool> one, const std::vector<bool>& other) {
  for (std::size_t i = 0; i < one.size(); ++i) one[i] = one[i] || other[i];
  return one;
}

Outcome<FiguresFacts> gather(const Look& look, const FiguresParts& parts,
                             const FiguresAsked& asked) {
  FiguresFacts gathered{.facts = {}, .shown = {}, .priced = {}, .closures = {}, .as_of = {}};
  SharedTerms terms = parts.shelf.terms(look.rows);
  std::optional<std::string> reference;
  if (asked.agreement) reference = reference_from(*asked.agreement).value_or("");
  gathered.shown = agreements_within(look.rows, look.scope(), terms->terms, reference);
  if (asked.agreement && !is_any(gathered.shown)) {
    return Refused{Refusal::agreement_unknown, {{"reference", *asked.agreement}}, {}};
  }
  const Scope& priced = look.caller.rights.scope_of(Permission::read_penalties);
  gathered.priced = asked.with_amounts
                        ? agreements_within(look.rows, priced, terms->terms, reference)
                        : std::vector<bool>(gathered.shown.size(), false);
  gathered.as_of = asked.as_of ? *asked.as_of : clock_of_database(look.rows);
  gathered.closures =
      kept_closures(look.rows, look.scope(), parts.closures, reference.value_or(""));
  std::erase_if(gathered.closures,
                [&](const Closure& one) { return one.basis.as_of > gathered.as_of; });
  // Amounts of one agreement may rest on what another comes to.
  auto judged = either(agreements_within(look.rows, look.scope(), terms->terms, std::nullopt),
                       agreements_within(look.rows, priced, terms->terms, std::nullopt));
  gathered.facts = facts_of(look, std::move(terms),
                            {.shown = std::move(judged),
                             .as_of = gathered.as_of,
                             .known_at = asked.known_at.value_or(last_instant)});
  return gathered;
}

/// The days from `from` to `to` in the zone of the first agreement that is shown.
Outcome<std::optional<Interval>> within_of(const FiguresAsked& asked, const Terms& terms,
                                           const std::vector<bool>& shown) {
  if ((!asked.from && !asked.to) || !is_any(shown)) return std::optional<Interval>{};
  const auto first = std::ranges::find(shown, true) - shown.begin();
  const Zone& zone = terms.zone(static_cast<std::uint32_t>(first));
  Interval within{first_instant, last_instant};
  if (asked.from) within.from = zone.instant_of_edge(*asked.from);
  if (asked.to) within.to = zone.instant_of_edge(*asked.to + std::chrono::days{1});
  if (!within.is_empty()) return std::optional{within};
  return Refused{
      Refusal::parameter_malformed, {{"parameter", "to"}, {"text", text_of(within.to)}}, {}};
}

/// One pass over the tickets.
struct Pass {
  std::optional<Interval> within;
  bool keep_verdicts = false;
};

Evaluation evaluated(const Figures& figures, const Pass& pass, Passes& passes) {
  return evaluate({.terms = figures.terms(),
                   .histories = figures.facts.histories,
                   .names = figures.facts.names,
                   .as_of = figures.as_of,
                   .known_at = figures.known_at.value_or(last_instant),
                   .within = pass.within,
                   .keep_verdicts = pass.keep_verdicts,
                   .outages = &figures.facts.outages,
                   .shown = &figures.facts.shown},
                  passes.next());
}

bool has_schedule(const Figures& figures, const std::vector<bool>& priced) {
  for (std::size_t i = 0; i < priced.size(); ++i) {
    if (priced[i] && figures.terms().agreements()[i].penalties) return true;
  }
  return false;
}

/// Caps, repeat rules and thresholds look back: all the periods are assessed, whatever is shown.
std::optional<Ledger> ledger_of(const Figures& figures, const std::vector<bool>& priced,
                                Passes& passes) {
  if (!has_schedule(figures, priced)) return std::nullopt;
  const auto assessed = [&](const Evaluation& evaluation) {
    return assess(
        {.terms = figures.terms(), .evaluation = evaluation, .names = figures.facts.names});
  };
  Ledger ledger =
      figures.within ? assessed(evaluated(figures, {}, passes)) : assessed(figures.evaluation);
  keep_shown(priced, ledger);
  if (figures.within) keep_within(*figures.within, ledger);
  return ledger;
}

bool is_priced(const Figures& figures, const std::vector<bool>& priced, const std::string& id) {
  for (std::size_t i = 0; i < priced.size(); ++i) {
    if (priced[i] && figures.terms().agreements()[i].id == id) return true;
  }
  return false;
}

/// What is closed is shown as it was closed, and what moved since beside it: judged over all
/// periods, whatever is shown.
void show_closures(std::vector<Closure> closures, const std::vector<bool>& priced, Figures& figures,
                   Passes& passes) {
  if (closures.empty()) return;
  const Evaluation whole = evaluated(figures, {.within = {}, .keep_verdicts = true}, passes);
  const Ledger ledger =
      assess({.terms = figures.terms(), .evaluation = whole, .names = figures.facts.names});
  figures.regularised = regularise({.closures = closures,
                                    .evaluation = whole,
                                    .terms = figures.terms(),
                                    .names = figures.facts.names,
                                    .histories = figures.facts.histories,
                                    .ledger = &ledger});
  const auto is_hidden = [&](const std::string& id) { return !is_priced(figures, priced, id); };
  std::erase_if(figures.regularised.amounts,
                [&](const AmountRegularisation& one) { return is_hidden(one.agreement); });
  for (Closure& closure : closures) {
    if (is_hidden(closure.agreement)) closure.amounts.clear();
  }
  show_closed(closures, figures.terms(), figures.evaluation);
  if (figures.ledger) leave_out_closed(closures, figures.terms(), *figures.ledger);
  figures.closures = std::move(closures);
}

/// One for the figures; one for the amounts when only some periods are shown; one for what is
/// closed.
std::uint64_t passes_of(const Figures& figures, const std::vector<bool>& priced, bool has_closed) {
  const bool is_cut = figures.within && has_schedule(figures, priced);
  return 1U + (is_cut ? 1U : 0U) + (has_closed ? 1U : 0U);
}

}  // namespace

Outcome<Figures> figures(const FiguresParts& parts, const Caller& caller,
                         const FiguresAsked& asked) {
  const auto place = parts.questions.take_place();
  if (!place) return place.error();
  return figures_in_place(parts, caller, asked, {});
}

Outcome<Figures> figures_in_place(const FiguresParts& parts, const Caller& caller,
                                  const FiguresAsked& asked, const TellProgress& told) {
  auto gathered = look(parts.here, caller, Permission::read_figures,
                       [&](const Look& seen) { return gather(seen, parts, asked); });
  if (!gathered) return gathered.error();
  FiguresFacts held = *std::move(gathered);
  Figures made{.facts = std::move(held.facts),
               .as_of = held.as_of,
               .known_at = asked.known_at,
               .within = {},
               .shown = std::move(held.shown),
               .evaluation = {},
               .ledger = {},
               .closures = {},
               .regularised = {}};
  const auto within = within_of(asked, made.terms(), made.shown);
  if (!within) return within.error();
  made.within = *within;
  Passes passes{told, passes_of(made, held.priced, !held.closures.empty())};
  made.evaluation =
      evaluated(made, {.within = made.within, .keep_verdicts = asked.keep_verdicts}, passes);
  find_links_to_nothing(made.facts.histories, made.facts.names, made.evaluation.findings);
  made.ledger = ledger_of(made, held.priced, passes);
  keep_shown(made.shown, made.evaluation);
  show_closures(std::move(held.closures), held.priced, made, passes);
  return made;
}

}  // namespace vigie
