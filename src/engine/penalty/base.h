// What a share is taken of, for one period or one ticket. Design P1, P2, A6.
#pragma once

#include <string>
#include <vector>

#include "engine/penalty/contract.h"

namespace vigie {

struct BaseRequest {
  const Contract& contract;
  std::uint32_t version;
  const PenaltyBase& base;
  const PeriodDays& days;
  std::string ticket = {};  // of a late part
};

/// The base in minor units, not rounded, its steps appended to `steps` when given.
/// A fee is that of the days held: each of its own periods whole, or pro rata as the schedule says;
/// the version of the fee on the first of those days counts. Thirtieths count 30/360, so that the
/// parts of a month add up to it. Without pro rata a partial period pays whole. An invoiced fee is
/// what was invoiced, shared by days between the versions that cut its period. Orders, the contract
/// and late parts are whole amounts.
Exact base_amount(const BaseRequest& request, std::vector<LedgerStep>* steps = nullptr);

/// The order whose limits a line falls under; empty: of no order.
std::string order_of(const BaseRequest& request);

}  // namespace vigie
