// Who is on call.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/result.h"
#include "store/people/party.h"
#include "store/warning/rota.h"

namespace vigie {

/// Someone, and when they are on call. `who`: an address, or what the event says.
struct OnCall {
  std::string who;
  Interval interval;
};

/// Reads calendars for those who may not know how: given by the door that can.
class RotaReader {
 public:
  virtual ~RotaReader() = default;
  /// Those who have a part in `within`, by their start.
  virtual Result<std::vector<OnCall>, std::vector<Fault>> read(std::string_view calendar,
                                                               std::string_view zone,
                                                               Interval within) const = 0;
};

/// Keeps what was read of each calendar. Used by any number of threads.
class RotaShelf {
 public:
  /// It lives longer.
  explicit RotaShelf(const RotaReader& reader) : reader_{reader} {}

  /// Who is on call at an instant, each once, in the order in which they began.
  std::vector<std::string> on_call(const KeptRow<RotaRow>& rota, Instant at);

  const RotaReader& reader() const { return reader_; }

 private:
  struct Read {
    std::int64_t version = 0;
    Interval within;
    std::vector<OnCall> on_call;
  };

  const RotaReader& reader_;
  std::mutex mutex_;
  std::map<std::int64_t, Read> read_;  // by the key of the rota
};

}  // namespace vigie
