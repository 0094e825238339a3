#include "usecase/agreement/charges_of_contract.h"

#include "store/contract/order.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

Fee fee_from(const FeeOfContract& kept) {
  const ContractFeeRow& row = kept.fee.row;
  Fee fee{.id = row.code,
          .label = row.label,
          .of = row.fee_of,
          .name = row.name,
          .per = row.per,
          .billing = row.billing,
          .part = row.part,
          .versions = {},
          .invoiced = {},
          .place = {}};
  for (const ContractFeeVersionRow& version : kept.versions) {
    fee.versions.push_back({.from = version.from_day,
                            .state = version.state,
                            .minor = version.minor,
                            .index = version.index_name});
  }
  return fee;
}

Charges charges_from(Connection& rows, const KeptRow<ContractRow>& contract) {
  Charges charges{.currency = contract.row.currency,
                  .contract_minor = contract.row.minor,
                  .fees = {},
                  .orders = {}};
  for (const FeeOfContract& fee : fees_of(rows, contract.key)) {
    charges.fees.push_back(fee_from(fee));
  }
  for (const KeptRow<ContractOrderRow>& order : orders_of(rows, contract.key)) {
    charges.orders.push_back({.id = order.row.code,
                              .lot = order.row.lot.value_or(""),
                              .tranche = order.row.tranche.value_or(""),
                              .minor = order.row.is_withdrawn ? 0 : order.row.minor,
                              .from = order.row.from_day,
                              .to = order.row.to_day,
                              .ceiling_minor = order.row.ceiling_minor,
                              .parts = {},
                              .place = {}});
  }
  return charges;
}

}  // namespace

std::vector<std::string> with_charges_of_their_own(const std::vector<Agreement>& agreements) {
  std::vector<std::string> found;
  for (const Agreement& each : agreements) {
    if (each.charges != Charges{}) found.push_back(reference_from(each.id).value_or(each.id));
  }
  return found;
}

void add_charges_of_contracts(Connection& rows, std::vector<Agreement>& agreements,
                              Digest& digest) {
  for (const PayingContract& paying : paying_contracts(rows)) {
    const Charges charges = charges_from(rows, paying.contract);
    for (Agreement& agreement : agreements) {
      const bool is_paid = reference_from(agreement.id) == paying.agreement &&
                           agreement.between.customer == paying.customer;
      if (is_paid && agreement.charges == Charges{}) agreement.charges = charges;
    }
    digest.add(paying.agreement + "=" + paying.contract.row.reference + "/" +
               std::to_string(paying.contract.row.version));
  }
}

}  // namespace vigie
