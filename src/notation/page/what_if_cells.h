// Cells and sums that the pages of a comparison share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/money.h"
#include "engine/penalty/difference.h"
#include "notation/page/what_if_page.h"
#include "vocabulary/words.h"

namespace vigie {

struct Amounts {
  std::int64_t before_minor = 0;
  std::int64_t after_minor = 0;
};

/// Over all agreements and periods, by currency.
std::map<Currency, Amounts> sums_of(const std::vector<AmountDifference>& amounts);

/// How many tickets went from one verdict to another, in the order of the words.
struct FlipKind {
  std::optional<Verdict> before;
  std::optional<Verdict> after;
  std::uint64_t count = 0;
  std::vector<const Flip*> first;  // a few
};
std::vector<FlipKind> kinds_of(const std::vector<Flip>& flips);

/// The word of a verdict, or that nothing is promised.
std::string verdict_text(const std::optional<Verdict>& verdict, Language language);
std::string verdict_key(const std::optional<Verdict>& verdict);

}  // namespace vigie
