#include "usecase/figures/facts.h"

#include "engine/compliance/outages_concerned.h"
#include "store/journal/seal_acts.h"
#include "store/ticket/histories.h"
#include "usecase/dispute/claims.h"
#include "usecase/outage/outage_log.h"

namespace vigie {

namespace {

/// An agreement that is shown is judged by all that concerns it, whoever asks; nothing else is
/// read of outages, which belong to customers and not to teams, sites or parts.
OutageLog outages_of(const Look& look, Facts& facts) {
  const Scope everything = Scope::whole();
  OutageLog log = outage_log(look.rows, {.scope = everything}, facts.names);
  return log.of([&](Value customer) {
    return is_concerned(facts.terms, customer,
                        [&](std::uint32_t agreement) { return facts.shown[agreement]; });
  });
}

}  // namespace

Facts facts_of(const Look& look, SharedTerms terms, FactsAsked asked) {
  Facts facts{.in_force = std::move(terms),
              .terms = {},
              .names = {},
              .histories = {},
              .outages = {},
              .shown = std::move(asked.shown),
              .claims = {},
              .position = last_position(look.rows)};
  facts.names = Names{facts.in_force->names.columns(), facts.in_force};
  // Which claims stand for a ticket must not depend on who asks.
  const Scope everything = Scope::whole();
  facts.claims = recorded_claims(
      look.rows,
      {.scope = everything, .ticket = {}, .as_of = asked.as_of, .known_at = asked.known_at});
  facts.terms = with_claims(facts.in_force->terms, facts.claims, facts.names);
  facts.outages = outages_of(look, facts);
  read_histories(look.rows, look.scope(), facts.names, facts.histories);
  if (!look.scope().is_whole()) {
    read_tied_histories(look.rows, facts.names, facts.histories);
  }
  return facts;
}

}  // namespace vigie
