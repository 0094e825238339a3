#include "usecase/figures/facts.h"

#include "store/journal/seal_acts.h"
#include "store/ticket/histories.h"

namespace vigie {

Facts facts_of(const Look& look, SharedTerms terms) {
  Facts facts{.terms = std::move(terms),
              .names = {},
              .histories = {},
              .outages = {},
              .position = last_position(look.rows)};
  facts.names = Names{facts.terms->names.columns(), facts.terms};
  read_histories(look.rows, look.scope(), facts.names, facts.histories);
  if (!look.scope().is_whole()) {
    read_tied_histories(look.rows, facts.names, facts.histories);
  }
  return facts;
}

}  // namespace vigie
