#include "server/api/terms/contract_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/api_route.h"
#include "usecase/contract/contract.h"
#include "usecase/contract/fee.h"
#include "usecase/contract/order.h"

namespace vigie {

namespace {

template <class Asked>
using ContractWork = Outcome<ContractView> (*)(Desk&, TermsShelf&, const Addressed&, const Asked&);

/// A work that is given the shelf.
template <class Asked>
ChangingWork<Asked, ContractView> with(TermsShelf& shelf, ContractWork<Asked> work) {
  return [&shelf, work](Desk& desk, const Addressed& at, const Asked& asked) {
    return work(desk, shelf, at, asked);
  };
}

using enum Refusal;

/// Contracts as a whole.
std::vector<Route> whole_routes(Installation& here, TermsShelf& shelf) {
  return {
      lists(here,
            {.pattern = "/api/contracts",
             .permission = Permission::read_contracts,
             .refusals = {},
             .summary = "Contracts, by title, without what they are made of."},
            contracts, true),
      creates<AddContract, ContractView>(
          here,
          {.pattern = "/api/contracts",
           .permission = Permission::write_contracts,
           .refusals = {reference_malformed, name_malformed, customer_unknown, amount_out_of_range,
                        currency_differs, dates_reversed, code_taken, lot_unknown,
                        charges_elsewhere, reference_taken},
           .summary = "Adds a contract with its lots, tranches and ranked documents."},
          [&shelf](Desk& desk, const AddContract& asked) {
            return add_contract(desk, shelf, asked);
          }),
      reads(here,
            {.pattern = "/api/contracts/{reference}",
             .permission = Permission::read_contracts,
             .refusals = {},
             .summary = "One contract with its orders and its fees."},
            contract),
      changes<ChangeContract, ContractView>(
          here,
          {.pattern = "/api/contracts/{reference}",
           .permission = Permission::write_contracts,
           .refusals = {name_malformed, amount_out_of_range, currency_differs, dates_reversed,
                        reference_malformed, code_taken, lot_unknown, charges_elsewhere,
                        code_in_use, ceiling_exceeded, document_faulty},
           .summary = "Changes a contract."},
          with(shelf, change_contract)),
  };
}

/// Acts on the orders and the fees of one.
std::vector<Route> order_and_fee_routes(Installation& here, TermsShelf& shelf) {
  return {
      acts_on<AddOrder, ContractView>(
          here,
          {.pattern = "/api/contracts/{reference}/orders",
           .permission = Permission::write_contracts,
           .refusals = {version_changed, reference_malformed, name_malformed, code_taken,
                        lot_unknown, tranche_unknown, amount_out_of_range, currency_differs,
                        dates_reversed, ceiling_exceeded},
           .summary = "Adds an order, within the ceilings of its lot and of the contract."},
          with(shelf, add_order)),
      acts_on<ChangeOrder, ContractView>(
          here,
          {.pattern = "/api/contracts/{reference}/order-changes",
           .permission = Permission::write_contracts,
           .refusals = {version_changed, order_unknown, name_malformed, amount_out_of_range,
                        currency_differs, dates_reversed, ceiling_exceeded},
           .summary = "Changes an order, or takes it back."},
          with(shelf, change_order)),
      acts_on<AddFee, ContractView>(
          here,
          {.pattern = "/api/contracts/{reference}/fees",
           .permission = Permission::write_contracts,
           .refusals = {version_changed, reference_malformed, name_malformed, code_taken,
                        amount_out_of_range, currency_differs},
           .summary = "Adds a fee with its first amount."},
          with(shelf, add_fee)),
      acts_on<ReviseFee, ContractView>(
          here,
          {.pattern = "/api/contracts/{reference}/fee-revisions",
           .permission = Permission::write_contracts,
           .refusals = {version_changed, fee_unknown, amount_out_of_range, currency_differs,
                        name_malformed, date_taken},
           .summary = "Gives a fee another amount from a day on."},
          with(shelf, revise_fee)),
  };
}

}  // namespace

std::vector<Route> contract_routes(Installation& here, TermsShelf& shelf) {
  std::vector<Route> routes = whole_routes(here, shelf);
  std::ranges::move(order_and_fee_routes(here, shelf), std::back_inserter(routes));
  return routes;
}

}  // namespace vigie
