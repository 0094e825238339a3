// One round of a postman: deliveries taken, carried, and what became of them written.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>

#include "usecase/desk.h"
#include "usecase/notice/parcel.h"

namespace vigie {

/// When somebody wants to be told.
struct TellingTime {
  enum class Way : std::uint8_t { at_once, later, in_digest, never };
  Way way = Way::at_once;
  Instant until = {};  // later and in_digest
};

/// As the account of the letter prefers; pure, quick. What is urgent is not asked about.
using WhenToTell = std::function<TellingTime(const Letter&, Instant now)>;

struct RoundTerms {
  std::int64_t batch = 20;  // taken at once
  std::chrono::milliseconds lease = std::chrono::minutes{1};
  std::chrono::milliseconds longest = std::chrono::seconds{20};  // that one parcel takes
  std::int64_t attempts = 16;                                    // then it has failed
  std::int64_t digest = 200;  // deliveries of a digest that are listed
  WhenToTell when = [](const Letter&, Instant) { return TellingTime{}; };
};

/// After the attempt of that number, from 1: 1 s, 2 s, 5 s, 10 s, 30 s, then 1, 2, 5, 10 and 30
/// min, 1, 2, 6, 12 and 24 h; and up to a tenth more, by `salt`, so that they do not come back
/// together.
Duration wait_after(std::int64_t attempt, std::int64_t salt);

/// Delivers what is due of a channel, a batch at most, and gives how many deliveries were looked
/// at. When the program is killed on the way, those that were taken come again under the same
/// references once their lease has run out. Throws `DatabaseError`.
std::int64_t deliver_some(Installation& here, NoticeChannel channel, Carrier& carrier,
                          const RoundTerms& terms, const std::atomic<bool>& stops);

}  // namespace vigie
