// What happened, as far as someone may see it, ready to be judged.
#pragma once

#include "engine/outage/outage.h"
#include "engine/ticket/histories.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// Its names begin with those of the terms: they judge it.
struct Facts {
  SharedTerms terms;
  Names names;
  Histories histories;
  OutageLog outages;
  std::int64_t position = 0;  // of the last sealed act of the journal
};

/// Those of the scope of `look`, with the tickets that they rest on. Linear in their events.
Facts facts_of(const Look& look, SharedTerms terms);

}  // namespace vigie
