// The contract that an act is about.
#pragma once

#include "usecase/agreement/terms_in_force.h"
#include "usecase/contract/contract_view.h"
#include "usecase/list_page.h"

namespace vigie {

/// A contract on which an act works, as it was and as it becomes.
struct ContractAtWork {
  KeptRow<ContractRow> kept;
  ContractParts parts;
  ContractView before;
};

/// Refused, in this order: not_found, version_changed.
Outcome<ContractAtWork> contract_at_work(Desk& desk, const Addressed& at);

/// Raises its version, writes its row, and opens the act.
Act& open_act(Desk& desk, ContractAtWork& work, ActWord word);

/// The contract as it is after the act, told to the act. Refused: document_faulty, when penalties
/// of an agreement rest on an amount that is no longer there.
Outcome<ContractView> view_after(Desk& desk, TermsShelf& shelf, const ContractAtWork& work,
                                 Act& act);

}  // namespace vigie
