#include "notation/event_instant.h"

#include "vocabulary/finding.h"

namespace vigie {

std::optional<Instant> EventInstants::read(std::string_view text, FindingCode& why) const {
  const auto stamp = iso_.read(text);
  why = FindingCode::stamp_unreadable;
  if (!stamp || !stamp->offset) return std::nullopt;
  const Instant at{stamp->local.time_since_epoch() - *stamp->offset};
  why = FindingCode::stamp_out_of_range;
  if (!is_understood(at)) return std::nullopt;
  return at;
}

}  // namespace vigie
