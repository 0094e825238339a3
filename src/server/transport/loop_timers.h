// Deadlines of many connections at next to no cost: one wheel, turned by whoever tells the time.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

namespace vigie {

/// Deadlines in milliseconds of any clock that does not go back, kept to the tenth of a second:
/// never early, at most a tenth late. Setting one is a store when it moves later, a few when not.
class LoopTimers {
 public:
  static constexpr std::int64_t tick = 100;
  static constexpr std::size_t slots = 512;

  /// Something that has a deadline. It must be cancelled before it goes: its destructor does.
  class Timed {
   public:
    Timed() = default;
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

   protected:
    virtual ~Timed();
    /// Its deadline has passed, and is no more; it may set another.
    virtual void on_time() = 0;

   private:
    friend class LoopTimers;
    LoopTimers* timers_ = nullptr;  // none when it has no deadline
    Timed* before_ = nullptr;
    Timed* after_ = nullptr;
    std::size_t slot_ = 0;
    std::int64_t linked_for_ = 0;  // the tick for which it lies in its slot
    std::int64_t due_ = 0;
  };

  explicit LoopTimers(std::int64_t now) : last_tick_{now / tick} {}

  void set(Timed& timed, std::int64_t due);
  void cancel(Timed& timed);
  /// Calls whatever is due at `now`, in the order of deadlines to the tick.
  void advance(std::int64_t now);
  /// When `advance` has something to do again; none when there is no deadline. May be early.
  std::optional<std::int64_t> next() const;
  std::size_t size() const { return size_; }

 private:
  static std::int64_t tick_of(std::int64_t due) { return (due + tick - 1) / tick; }
  void link(Timed& timed);
  void unlink(Timed& timed);

  std::array<Timed*, slots> first_{};
  std::int64_t last_tick_;
  mutable std::int64_t soonest_ = std::numeric_limits<std::int64_t>::max();  // a lower bound
  std::size_t size_ = 0;
};

}  // namespace vigie
