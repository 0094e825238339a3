#include "engine/base/finding.h"

#include <algorithm>

#include "vocabulary/finding.h"

namespace vigie {

Findings::Findings() : entries_{std::size(Vocabulary<FindingCode>::words)} {}

void Findings::add(FindingCode code, std::string_view example, std::uint64_t times) {
  Entry& entry = entries_[static_cast<std::size_t>(code)];
  entry.count += times;
  if (example.empty() || entry.examples.size() == examples_kept) return;
  if (std::find(entry.examples.begin(), entry.examples.end(), example) != entry.examples.end()) {
    return;
  }
  entry.examples.emplace_back(example);
}

void Findings::absorb(const Findings& later) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto code = static_cast<FindingCode>(i);
    entries_[i].count += later.entries_[i].count;
    for (const auto& example : later.entries_[i].examples) add(code, example, 0);
  }
}

std::uint64_t Findings::total() const {
  std::uint64_t sum = 0;
  for (const Entry& entry : entries_) sum += entry.count;
  return sum;
}

}  // namespace vigie
