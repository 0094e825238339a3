// The money that an agreement carries: fees with their versions, orders, the contract. Design A6.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/instant.h"
#include "engine/base/money.h"
#include "vocabulary/agreement.h"

namespace vigie {

/// An amount from a day on, until the next version of the fee.
struct FeeVersion {
  CivilDay from;
  PriceState state = PriceState::initial;
  std::int64_t minor = 0;
  std::string index;  // by which it was revised; may be empty
  friend bool operator==(const FeeVersion&, const FeeVersion&) = default;
};

/// What is paid each period for something.
struct Fee {
  std::string id;  // "network": named by penalty schedules
  std::string label;
  FeeOf of = FeeOf::contract;
  std::string name;  // of that service, site, level, lot, tranche or order; empty for the contract
  PeriodKind per = PeriodKind::month;
  Billing billing = Billing::fixed;
  ContractPart part = ContractPart::run;
  std::vector<FeeVersion> versions;              // in order of their days; at least one
  std::map<std::string, std::int64_t> invoiced;  // period -> minor units
  Place place;
  friend bool operator==(const Fee&, const Fee&) = default;
};

/// A purchase order, which may belong to a lot and a tranche.
struct Order {
  std::string id;
  std::string lot;
  std::string tranche;
  std::int64_t minor = 0;
  std::optional<CivilDay> from;
  std::optional<CivilDay> to;  // included
  std::optional<std::int64_t> ceiling_minor;
  std::map<std::string, std::int64_t> parts;  // reference of the ticket that delivers it -> amount
  Place place;
  friend bool operator==(const Order&, const Order&) = default;
};

/// All amounts are minor units of one currency, excluding VAT.
struct Charges {
  Currency currency = Currency::EUR;
  std::optional<std::int64_t> contract_minor;  // amount of the whole contract
  std::vector<Fee> fees;
  std::vector<Order> orders;
  friend bool operator==(const Charges&, const Charges&) = default;
};

}  // namespace vigie
