// Amounts as terms write them: digits, a point, at most the decimals of the currency.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/money.h"
#include "engine/base/result.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// Largest amount of terms, in minor units: sums and products of them stay exact.
inline constexpr std::int64_t most_minor = 1'000'000'000'000'000;

/// "48000.00" in EUR is 4800000 minor units; fewer decimals than the currency has are taken.
/// Refused: separators of thousands, a decimal comma, "k", a sign of currency, a minus sign, more
/// decimals than the currency has; each with the amounts that could be meant.
Result<std::int64_t> amount_from(std::string_view text, Currency currency);

/// The grammar of amounts in one currency, for `read_scalar`.
struct AmountIn {
  Currency currency = Currency::EUR;
  Result<std::int64_t> operator()(std::string_view text) const {
    return amount_from(text, currency);
  }
};

/// The same at a cursor; `text` is the whole scalar, for places and cures. What follows is left.
Result<std::int64_t> take_amount(ScalarCursor& cursor, std::string_view text, Currency currency);

/// "48000.00": with all the decimals of the currency. `amount_from` takes it back.
std::string amount_text(std::int64_t minor, Currency currency);

}  // namespace vigie
