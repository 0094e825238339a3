// From what a book counted to what each period attained. Design J7, J8.
#pragma once

#include "engine/compliance/period_book.h"

namespace vigie {

/// Totals, and the periods from the first to the last that has an outcome, those between included;
/// of the late tickets those that count, in their order. The book is used up. Never fails. No
/// volume attains nothing and misses nothing.
TargetResult attain(PeriodBook book);

}  // namespace vigie
