// A ticket that is told with all its events, by a source that has them.
#pragma once

#include <string>

#include "engine/ticket/history.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

struct ToldTicket {
  std::string title;
  const History& history;  // with its instants of recording; its texts are those of `names`
  const Names& names;
};

/// Keeps it under its own reference, in one act, and judges it. Its customer is the first that its
/// events classify it under. Gives the reference. Refused, in this order: customer_unknown,
/// name_malformed (the title), reference_taken.
Outcome<std::string> tell_ticket(Desk& desk, TermsShelf& shelf, const ToldTicket& told);

}  // namespace vigie
