#include "notation/page/what_if_cells.h"

#include <tuple>

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
  using Key = std::tuple<std::uint32_t, std::optional<Verdict>, std::optional<Verdict>>;
  std::map<Key, FlipKind> kinds;
  for (const Flip& flip : flips) {
    FlipKind& kind = kinds[{flip.target, flip.before, flip.after}];
    kind.target = flip.target;
    kind.before = flip.before;
    kind.after = flip.after;
    ++kind.count;
    if (kind.first.size() < shown) kind.first.push_back(&flip);
  }
  std::vector<FlipKind> all;
  for (auto& [key, kind] : kinds) all.push_back(std::move(kind));
  return all;
}

std::optional<Ratio> rate_of(const std::optional<UpTime>& up) {
  if (!up || up->observed == Duration{0}) return std::nullopt;
  return Ratio{(up->observed - up->down).count(), up->observed.count()};
}

std::string verdict_text(const std::optional<Verdict>& verdict, Language language) {
  return std::string{verdict ? word_of(*verdict, language)
                             : word_of(PageText::not_judged, language)};
}

std::string verdict_key(const std::optional<Verdict>& verdict) {
  return std::string{verdict ? key_of(*verdict) : ""};
}

}  // namespace vigie
