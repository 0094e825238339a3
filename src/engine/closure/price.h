// Amounts of closed periods against the ledger as it would be written today.
#pragma once

#include <span>

#include "engine/closure/known.h"
#include "engine/closure/regularise.h"

namespace vigie {

struct PriceReview {
  const RegulariseRequest& request;  // with its ledger
  const std::string& agreement;
  const KnownAgreement& known;
  std::span<const Regularisation> figures;  // of this agreement
  bool terms_moved = false;
};

/// Appends one line for each amount that is not due as it was; their differences sum to the
/// difference of the totals, to the minor unit.
void price(const PriceReview& review, std::vector<AmountRegularisation>& amounts);

}  // namespace vigie
