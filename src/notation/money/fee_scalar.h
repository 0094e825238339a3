// Compact scalars of fees: what they are paid for, how much a period, and the names of periods.
#pragma once

#include <string>
#include <string_view>

#include "engine/agreement/charges.h"
#include "engine/base/result.h"

namespace vigie {

/// "service Network", "site Lyon", "level gold", "lot 1", "tranche firm", "order BC-12",
/// "contract".
struct FeeScope {
  FeeOf of = FeeOf::contract;
  std::string name;
};
Result<FeeScope> fee_scope_from(std::string_view text);
std::string fee_scope_text(const Fee& fee);

/// "48000.00 per month"; per quarter, half, year, contract month, order. The period must be said.
struct FeeAmount {
  std::int64_t minor = 0;
  PeriodKind per = PeriodKind::month;
};
Result<FeeAmount> fee_amount_from(std::string_view text, Currency currency);
std::string fee_amount_text(std::int64_t minor, PeriodKind per, Currency currency);

/// "2026-11" of a monthly fee, "2026-Q4", "2026-H2", "2026", "2026-02-15" (contract month),
/// "order"; refused when it is no period of that kind.
Result<std::string> period_name_from(std::string_view text, PeriodKind kind);

}  // namespace vigie
