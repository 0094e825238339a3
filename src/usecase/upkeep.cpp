#include "usecase/upkeep.h"

#include "store/answer/answer.h"
#include "store/blob/blob.h"
#include "usecase/source/settling.h"

namespace vigie {

std::int64_t forget_what_is_old(Installation& here) {
  constexpr std::int64_t at_a_time = 1'000;
  std::int64_t sum = 0;
  for (std::int64_t forgotten = at_a_time; forgotten == at_a_time; sum += forgotten) {
    here.database.act([&](Connection& rows) { forgotten = forget_old_answers(rows, at_a_time); });
  }
  here.database.act([](Connection& rows) { forget_loose_chunks(rows); });
  forget_old_facts(here);
  return sum;
}

Upkeep::Upkeep(Installation& here, Failed failed)
    : here_{here},
      failed_{std::move(failed)},
      thread_{[this](const std::stop_token& stop) { serve(stop); }} {}

void Upkeep::serve(const std::stop_token& stop) {
  std::unique_lock lock{mutex_};
  while (!stop.stop_requested()) {
    try {
      forget_what_is_old(here_);
    } catch (const std::exception& error) {
      failed_(error);
    }
    stopped_.wait_for(lock, stop, std::chrono::hours{1}, [] { return false; });
  }
}

}  // namespace vigie
