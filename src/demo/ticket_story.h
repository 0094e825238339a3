// The life of one ticket, from the call to the closure.
#pragma once

#include "demo/chance.h"
#include "demo/crew.h"
#include "engine/base/id.h"
#include "engine/ticket/history.h"

namespace vigie {

/// A ticket before anybody worked on it.
struct PhoneCall {
  Instant at;
  std::uint32_t customer = 0;  // index in the tables
  std::uint32_t site = 0;
  std::uint32_t drawn = 0;        // which of the calls drawn this is: its chance
  std::uint32_t number = 0;       // of the ticket, in order of time
  std::uint32_t same_before = 0;  // number of the call before it of the same customer; 0: none
};

struct StoryRequest {
  const Crews& crews;
  Names& names;
  std::uint64_t seed = 0;
  Instant until;  // nothing is known from here on
};

/// Everything that happened to the ticket before `until`, in order.
History story_of(const PhoneCall& call, const StoryRequest& request);

/// "T-100001".
std::string ticket_reference(std::uint32_t number);

}  // namespace vigie
