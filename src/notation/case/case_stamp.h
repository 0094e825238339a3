// Dates and hours as cases write them: "2026-03-02 16:30", with seconds and an offset at need.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/finding.h"
#include "engine/base/instant.h"
#include "engine/time/zone.h"
#include "notation/case/word_stream.h"

namespace vigie {

struct CaseStamp {
  Instant at;
  std::optional<FindingCode> finding;  // in a gap, or ambiguous
};

/// Takes a date, an hour unless `hour_may_miss` (then 00:00), and an offset: "+04:00" or "Z".
/// Without an offset it is read in `zone`: in a gap with the offset before it, ambiguous = the
/// first, both with a finding. None, and nothing consumed, when there is no stamp.
/// Source: design T8.
std::optional<CaseStamp> take_stamp(WordStream& words, const Zone& zone, bool hour_may_miss);

/// The whole of `text`.
std::optional<CaseStamp> case_stamp_from(std::string_view text, const Zone& zone);

/// The spelling that reads back to the same instant: local, seconds when there are some, the offset
/// only for the second of two equal local times.
std::string case_stamp_text(Instant at, const Zone& zone);

}  // namespace vigie
