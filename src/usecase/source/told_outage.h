// What an outage should show, against what is recorded of it.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "store/outage/outage.h"

namespace vigie {

/// An event of an outage, as its source tells it. `corrects`: the sequence of the one that it
/// replaces; 0: none.
struct OutageStep {
  OutageWord word{};
  Instant at;
  std::optional<std::int64_t> weight = {};  // out of 1000
  std::int64_t corrects = 0;
  friend bool operator==(const OutageStep&, const OutageStep&) = default;
};

/// A step that `source` recorded, as it stands now.
struct RecordedStep {
  OutageStep step;            // `corrects`: its own sequence
  bool is_of_person = false;  // somebody has corrected it: it stays so
};

/// The steps of `source` that hold, in the order of recording.
std::vector<RecordedStep> steps_recorded(std::span<const OutageEventRow> events,
                                         std::string_view source);

/// What is to be recorded so that the steps that hold are `wanted`: what is missing is added, what
/// is otherwise is corrected, what is too much is withdrawn. Nothing, once that was done.
std::vector<OutageStep> steps_to_record(std::span<const RecordedStep> recorded,
                                        std::span<const OutageStep> wanted);

}  // namespace vigie
