#include "usecase/figures/judged_side.h"

namespace vigie {

JudgedSide judged_side(const Terms& terms, const SideAsked& asked, const TellProgress& told) {
  JudgedSide side{.terms = terms, .evaluation = {}, .brief = {}, .ledger = {}};
  side.evaluation = evaluate({.terms = terms,
                              .histories = asked.facts.histories,
                              .names = asked.facts.names,
                              .as_of = asked.as_of,
                              .within = std::nullopt,
                              .keep_verdicts = asked.keep_verdicts,
                              .outages = &asked.facts.outages},
                             told, &side.brief);
  side.ledger = assess({.terms = terms, .evaluation = side.evaluation, .names = asked.facts.names});
  return side;
}

}  // namespace vigie
