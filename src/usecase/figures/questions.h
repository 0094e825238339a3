// How many questions are judged at once.
#pragma once

#include <atomic>
#include <utility>

#include "usecase/refused.h"

namespace vigie {

/// A question takes all the cores for a moment: few at once, so that the rest goes on answering.
/// Used by any number of threads.
class Questions {
 public:
  /// `most` at once, from 1.
  explicit Questions(std::int64_t most) : most_{most} {}

  /// A place for one question as long as it lives.
  class Place {
   public:
    explicit Place(std::atomic<std::int64_t>& taken) : taken_{&taken} {}
    Place(Place&& other) noexcept : taken_{std::exchange(other.taken_, nullptr)} {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (taken_ != nullptr) --*taken_;
    }

   private:
    std::atomic<std::int64_t>* taken_;
  };
  /// Refused: too_busy.
  Outcome<Place> take_place() {
    if (++taken_ <= most_) return Place{taken_};
    --taken_;
    return refused(Refusal::too_busy);
  }

 private:
  std::int64_t most_;
  std::atomic<std::int64_t> taken_{0};
};

}  // namespace vigie
