// How much money a body may say.
#pragma once

#include <optional>

#include "engine/base/money.h"
#include "usecase/refused.h"

namespace vigie {

/// The largest amount, as in documents: the arithmetic of penalties stays exact below it.
inline constexpr std::int64_t most_minor = 1'000'000'000'000'000;

/// Refused, in this order: amount_out_of_range (below 0 or above `most_minor`), currency_differs.
/// `currency`: none, when any will do.
std::optional<Refused> amount_refusal(const std::optional<Money>& amount,
                                      std::optional<Currency> currency = {});

}  // namespace vigie
