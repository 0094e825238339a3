#include "server/figures/answer_bodies.h"

#include "notation/closure/closed_section.h"
#include "notation/page/scorecard.h"
#include "notation/page/what_if_page.h"
#include "notation/program_version.h"

namespace vigie {

std::string scorecard_body(const Figures& figures) {
  const StoreBasis basis{.position = figures.facts.position,
                         .terms = figures.facts.in_force->digest};
  const ClosedPeriods closed{.closures = figures.closures, .regularised = figures.regularised};
  return scorecard_json({.evaluation = figures.evaluation,
                         .terms = figures.terms(),
                         .zones = figures.terms().zones_version(),
                         .rows = {},
                         .took = {},
                         .known_at = figures.known_at,
                         .within = figures.within,
                         .example = {},
                         .ledger = figures.ledger ? &*figures.ledger : nullptr,
                         .names = &figures.facts.names,
                         .closed = figures.closures.empty() ? nullptr : &closed,
                         .program_version = program_version,
                         .basis = &basis,
                         .shown = &figures.shown});
}

std::string what_if_body(const WhatIfQuestion& question, const AskWhatIf& asked,
                         const WhatIfFigures& figures) {
  const Terms& terms = figures.facts.terms;
  const WhatIfAsked told{.changes = question.changes.empty() ? figures.changed : question.changes,
                         .from = asked.from,
                         .clause = {},
                         .as_of = figures.as_of,
                         .as_of_local = terms.zone(0).civil(figures.as_of),
                         .tickets = figures.tickets,
                         .zones = terms.zones_version(),
                         .program_version = program_version};
  return what_if_json({.asked = told,
                       .difference = figures.difference,
                       .amounts = figures.amounts,
                       .names = figures.facts.names,
                       .closed = &figures.closed});
}

}  // namespace vigie
