// Lots, tranches, documents and agreements of a contract as they are asked for, and as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/contract/contract_view.h"

namespace vigie {

struct PartsAsked {
  const std::optional<std::vector<LotView>>& lots;
  const std::optional<std::vector<TrancheView>>& tranches;
  const std::optional<std::vector<std::string>>& documents;
  const std::optional<std::vector<std::string>>& agreements;
};

/// Sets what is asked for in `parts`. Refused, in this order: of each lot reference_malformed,
/// name_malformed, code_taken, amount_out_of_range, currency_differs; of each tranche the same and
/// lot_unknown; name_malformed of a document; of each agreement reference_malformed and
/// charges_elsewhere.
std::optional<Refused> set_asked(Desk& desk, TermsShelf& shelf, const ContractRow& contract,
                                 const PartsAsked& asked, ContractParts& parts);

/// What is ordered, against the ceilings of the contract and of its lots. Refused, in this order:
/// code_in_use (an order names a lot or a tranche that is not there), ceiling_exceeded.
std::optional<Refused> orders_refusal(const ContractRow& contract, const ContractParts& parts,
                                      const std::vector<KeptRow<ContractOrderRow>>& orders);

}  // namespace vigie
