// What a miss costs in one scalar: a share, an amount or points; what a share is taken of; limits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/agreement/penalty_schedule.h"
#include "engine/base/result.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// "5 %", "1/20", "500.00", "1 point", "2 points". A share is from 0 to 1.
Result<Award> award_from(std::string_view text, Currency currency);
/// The same at a cursor; `text` is the whole scalar. What follows is left.
Result<Award> take_award(ScalarCursor& cursor, std::string_view text, Currency currency);
std::string award_text(const Award& award, Currency currency);

/// "fee network", "fees" (all of them), "order BC-12", "contract", "late part", "late part of order
/// BC-12", "1000.00"; with "revised" or "invoiced" behind it: the price then.
Result<PenaltyBase> base_from(std::string_view text, Currency currency);
std::string base_text(const PenaltyBase& base, Currency currency);

/// A fault found in a part of `text`, underlining all of it.
Fault over_all(Fault fault, std::string_view text);

/// What a limit needs to be read: its currency, whose lines it limits when it does not say, and
/// the base of a share that names none.
struct CapContext {
  Currency currency = Currency::EUR;
  CapPer per = CapPer::month;
  std::optional<PenaltyBase> base;
};

/// "15 %", "15 % of fee network per month", "500.00 per year", "7 lines per month". `per line`,
/// `per period` (or month), `per year`, `per order`, `per contract`. A share without `of`, where
/// no base is known, is refused.
Result<Cap> cap_from(std::string_view text, const CapContext& context);
std::string cap_text(const Cap& cap, Currency currency);

}  // namespace vigie
