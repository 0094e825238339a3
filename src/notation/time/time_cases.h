// Questions to a calendar, one JSON object a line, as `vigie time` reads and answers them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/time/zone.h"

namespace vigie {

/// Keeps the calendars that it compiled last, so that many questions about the same ones are
/// quick. Not thread-safe.
class TimeCases {
 public:
  explicit TimeCases(ZoneSource& zones);
  ~TimeCases();
  TimeCases(const TimeCases&) = delete;
  TimeCases& operator=(const TimeCases&) = delete;

  /// The answer to one case, without line end. Never fails: a case that cannot be read gives
  /// {"error": "..."}, an operation that is not offered {"unsupported": true}.
  std::string answer(std::string_view line);

 private:
  struct Calendars;
  std::unique_ptr<Calendars> calendars_;
};

}  // namespace vigie
