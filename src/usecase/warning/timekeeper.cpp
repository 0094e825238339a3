#include "usecase/warning/timekeeper.h"

#include <algorithm>

#include "store/notice/notice.h"
#include "store/warning/timer.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/warning/climbing.h"
#include "usecase/warning/period_watch.h"
#include "usecase/warning/settling.h"

namespace vigie {

namespace {

// Of an act: a few milliseconds, so that others go on writing.
constexpr std::int64_t at_a_time = 200;
// Nobody calls when only the clock of the database was set.
constexpr std::chrono::seconds longest_sleep{60};
// What another node is taking away is still there until it has.
constexpr std::chrono::milliseconds shortest_sleep{20};
constexpr std::chrono::seconds after_failure{2};

struct Ahead {
  Instant now;
  std::optional<Instant> timer;
  std::optional<Instant> level;
  std::optional<Instant> watch;  // none: no rule is about periods

  bool has_come(const std::optional<Instant>& at) const { return at && *at <= now; }
  Duration idle() const {
    Instant next = now + longest_sleep;
    for (const std::optional<Instant>& each : {timer, level, watch}) {
      if (each) next = std::min(next, *each);
    }
    return std::max(next - now, Duration{shortest_sleep});
  }
};

}  // namespace

Timekeeper::Timekeeper(WarningParts parts, TimekeeperTerms terms)
    : parts_{parts}, terms_{std::move(terms)}, thread_{[this] { serve(); }} {}

Timekeeper::~Timekeeper() {
  {
    const std::scoped_lock lock{mutex_};
    stops_ = true;
  }
  called_.notify_all();
  thread_.join();
}

void Timekeeper::call() {
  {
    const std::scoped_lock lock{mutex_};
    is_called_ = true;
  }
  called_.notify_all();
}

void Timekeeper::serve() {
  std::chrono::microseconds idle{0};
  while (wait(idle)) {
    try {
      idle = turn();
    } catch (const std::exception& error) {
      if (terms_.failed) terms_.failed(error);
      idle = after_failure;
    }
  }
}

/// Does what has come; gives how long there is nothing more.
std::chrono::microseconds Timekeeper::turn() {
  ask_for_settling(parts_);
  Ahead ahead;
  parts_.here.database.read([&](Connection& rows) {
    ahead = {.now = clock_of_database(rows),
             .timer = first_timer(rows),
             .level = first_level_to_climb(rows),
             .watch = next_period_watch(rows, *parts_.shelf.terms(rows))};
  });
  if (ahead.has_come(ahead.watch)) ask_for_period_watch(parts_);
  std::int64_t done = 0;
  if (ahead.has_come(ahead.timer)) done += fire_timers(parts_, at_a_time);
  if (ahead.has_come(ahead.level)) done += climb_ladders(parts_, at_a_time);
  if (done == 0) return ahead.idle();
  if (terms_.made) terms_.made();
  return std::chrono::microseconds{0};
}

/// False when it is to end.
bool Timekeeper::wait(std::chrono::microseconds most) {
  std::unique_lock lock{mutex_};
  called_.wait_for(lock, most, [this] { return stops_ || is_called_; });
  is_called_ = false;
  return !stops_;
}

}  // namespace vigie
