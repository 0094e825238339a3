// The streams of a node: who listens, and how far they are.
#pragma once

#include <atomic>
#include <string>

#include "server/stream/stream_guests.h"

namespace vigie {

struct Streams {
  explicit Streams(Gate& gate) : guests{gate} {}

  /// What stands for a place of the journal in ids.
  std::string id_of(std::int64_t at) const {
    return std::to_string(epoch) + "." + std::to_string(at);
  }

  StreamGuests guests;
  std::atomic<std::int64_t> epoch{0};     // of the tables
  std::atomic<std::int64_t> position{0};  // of the last event that the hub was handed
};

}  // namespace vigie
