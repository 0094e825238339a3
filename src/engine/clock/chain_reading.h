// One cycle of a chain, measured.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/clock/cycle.h"
#include "engine/clock/leg.h"
#include "engine/clock/measure.h"

namespace vigie {

struct ChainReading {
  Cycle cycle;
  Measured measured;
  CommitmentRef ref;  // of the commitment that is judged
  Verdict verdict = Verdict::pending;
  std::optional<FindingCode> why;
  std::optional<Instant> ended_at;
  bool is_counted = true;
};

/// The legs of one chain, while stretches are read.
struct ChainLegs {
  Chain chain = 0;
  std::vector<Leg> legs;
};

/// Chains that come and go with the tickets: the room of their legs is kept.
class ChainPool {
 public:
  std::span<ChainLegs> chains() { return std::span{all_}.first(used_); }
  void clear() { used_ = 0; }
  ChainLegs& add(Chain chain) {
    if (used_ == all_.size()) all_.emplace_back();
    ChainLegs& added = all_[used_++];
    added.chain = chain;
    added.legs.clear();
    return added;
  }

 private:
  std::vector<ChainLegs> all_;
  std::size_t used_ = 0;
};

}  // namespace vigie
