// How amounts are written for people, in both languages.
#pragma once

#include <string>

#include "engine/base/money.h"
#include "vocabulary/words.h"

namespace vigie {

/// "2,400.00 EUR", "2 400,00 €": all the decimals of the currency, excluding VAT. In French the
/// euro has its sign; other currencies have their code.
std::string money_text(Money money, Language language);

/// An amount that is not rounded yet, without its currency: "2,400", "1,028.571428…" cut after six
/// decimals.
std::string exact_text(Exact minor, Currency currency, Language language);

/// For programs, in units of the currency: "2400.00", "-0.05".
std::string plain_amount(Money money);

/// A plain number: "2", "1.5", "0.333333…".
std::string number_text(Exact number, Language language);

/// For programs, exact: "2400", "7200/7".
std::string fraction_text(Exact number);

}  // namespace vigie
