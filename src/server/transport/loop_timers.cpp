#include "server/transport/loop_timers.h"

#include <algorithm>

namespace vigie {

LoopTimers::Timed::~Timed() {
  if (timers_ != nullptr) timers_->cancel(*this);
}

void LoopTimers::link(Timed& timed) {
  const std::int64_t at = std::max(tick_of(timed.due_), last_tick_ + 1);
  timed.linked_for_ = at;
  timed.slot_ = static_cast<std::size_t>(at) % slots;
  timed.before_ = nullptr;
  timed.after_ = first_[timed.slot_];
  if (timed.after_ != nullptr) timed.after_->before_ = &timed;
  first_[timed.slot_] = &timed;
  timed.timers_ = this;
  soonest_ = std::min(soonest_, at);
  ++size_;
}

void LoopTimers::unlink(Timed& timed) {
  (timed.before_ != nullptr ? timed.before_->after_ : first_[timed.slot_]) = timed.after_;
  if (timed.after_ != nullptr) timed.after_->before_ = timed.before_;
  timed.timers_ = nullptr;
  --size_;
}

void LoopTimers::set(Timed& timed, std::int64_t due) {
  timed.due_ = due;
  if (timed.timers_ != nullptr) {
    if (tick_of(due) >= timed.linked_for_) return;  // moved when its slot is next looked at
    unlink(timed);
  }
  link(timed);
}

void LoopTimers::cancel(Timed& timed) {
  if (timed.timers_ != nullptr) unlink(timed);
}

void LoopTimers::advance(std::int64_t now) {
  const std::int64_t until = now / tick;
  const std::int64_t from =
      std::max({last_tick_ + 1, until - std::int64_t{slots} + 1, std::min(soonest_, until + 1)});
  for (std::int64_t at = from; at <= until; ++at) {
    last_tick_ = at;
    Timed* due = nullptr;  // taken out first: what is called may set and cancel others
    for (Timed* timed = first_[static_cast<std::size_t>(at) % slots]; timed != nullptr;) {
      Timed* const next = timed->after_;
      if (timed->linked_for_ <= at) {
        unlink(*timed);
        timed->after_ = due;
        due = timed;
      }
      timed = next;
    }
    while (due != nullptr) {
      Timed& timed = *due;
      due = due->after_;
      if (tick_of(timed.due_) > at) {
        link(timed);
      } else {
        timed.on_time();
      }
    }
  }
  last_tick_ = std::max(last_tick_, until);
  if (soonest_ <= until) soonest_ = last_tick_ + 1;
}

std::optional<std::int64_t> LoopTimers::next() const {
  if (size_ == 0) {
    soonest_ = std::numeric_limits<std::int64_t>::max();
    return std::nullopt;
  }
  soonest_ = std::max(soonest_, last_tick_ + 1);
  const std::int64_t end = last_tick_ + 1 + std::int64_t{slots};
  while (soonest_ < end && first_[static_cast<std::size_t>(soonest_) % slots] == nullptr) {
    ++soonest_;
  }
  return soonest_ * tick;
}

}  // namespace vigie
