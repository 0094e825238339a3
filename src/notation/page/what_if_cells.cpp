#include "notation/page/what_if_cells.h"

#include <algorithm>

#include "vocabulary/page_text.h"

namespace vigie {

std::map<Currency, Amounts> sums_of(const std::vector<AmountDifference>& amounts) {
  std::map<Currency, Amounts> sums;
  for (const AmountDifference& line : amounts) {
    sums[line.currency].before_minor += line.before_minor;
    sums[line.currency].after_minor += line.after_minor;
  }
  return sums;
}

std::vector<FlipKind> kinds_of(const std::vector<Flip>& flips) {
  constexpr std::size_t shown = 5;
  std::map<std::pair<std::optional<Verdict>, std::optional<Verdict>>, FlipKind> kinds;
  for (const Flip& flip : flips) {
    FlipKind& kind = kinds[{flip.before, flip.after}];
    kind.before = flip.before;
    kind.after = flip.after;
    ++kind.count;
    if (kind.first.size() < shown) kind.first.push_back(&flip);
  }
  std::vector<FlipKind> all;
  for (auto& [verdicts, kind] : kinds) all.push_back(std::move(kind));
  return all;
}

std::string verdict_text(const std::optional<Verdict>& verdict, Language language) {
  return std::string{verdict ? word_of(*verdict, language)
                             : word_of(PageText::not_judged, language)};
}

std::string verdict_key(const std::optional<Verdict>& verdict) {
  return std::string{verdict ? key_of(*verdict) : ""};
}

}  // namespace vigie
