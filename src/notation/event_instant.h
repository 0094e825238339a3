// Instants of canonical lines: RFC 3339, with an offset.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/finding.h"
#include "engine/base/instant.h"
#include "notation/stamp.h"

namespace vigie {

/// Keeps the format ready for many lines.
class EventInstants {
 public:
  /// The instant that `text` writes. None when it cannot be read, lacks its offset or is outside
  /// what is understood: then `why` says which.
  std::optional<Instant> read(std::string_view text, FindingCode& why) const;

 private:
  StampFormat iso_ = *StampFormat::from("iso");
};

}  // namespace vigie
