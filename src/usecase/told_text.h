// Days and amounts as refusals tell them.
#pragma once

#include <string>

#include "engine/base/instant.h"
#include "engine/base/money.h"

namespace vigie {

/// "2026-03-02".
std::string text_of_day(CivilDay day);

/// "2400.00 EUR", with the decimals of the currency.
std::string text_of_money(Money money);

}  // namespace vigie
