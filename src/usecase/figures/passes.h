// How far a question is that judges the same tickets several times.
#pragma once

#include <cstdint>
#include <functional>

namespace vigie {

/// So many tickets judged, of so many; called by one thread, from time to time. What it throws ends
/// the question.
using TellProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Several passes over the tickets, told as one. Lives as long as the passes.
class Passes {
 public:
  Passes(const TellProgress& told, std::uint64_t passes) : told_{told}, passes_{passes} {}

  /// What the next pass tells. Nothing is told when nobody listens.
  TellProgress next() {
    const std::uint64_t before = passed_++;
    if (!told_) return {};
    return [this, before](std::uint64_t done, std::uint64_t of) {
      told_(before * of + done, passes_ * of);
    };
  }

 private:
  const TellProgress& told_;
  std::uint64_t passes_;
  std::uint64_t passed_ = 0;
};

}  // namespace vigie
