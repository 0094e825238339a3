// A company that never existed, of any size, always the same for the same request.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time/zone.h"

namespace vigie {

/// A document of the company: "acme-1.yaml" and its text.
struct DemoDocument {
  std::string_view name;
  std::string_view text;
};

struct DemoRequest {
  std::uint64_t tickets = 0;
  std::uint64_t seed = 0;
  ZoneSource& zones;
  /// When the story ends, with tickets that are open then; none: as it is written, on 30 September
  /// 2026.
  std::optional<Instant> until = {};
};

/// The agreements as they are written, in the order of their names.
const std::vector<DemoDocument>& demo_agreements();

/// The text of one, with the dates of a story that ends at `until`.
std::string agreement_until(const DemoDocument& document, std::optional<Instant> until,
                            ZoneSource& zones);

/// The days from which and until which the story is told.
Interval demo_days(std::optional<Instant> until, ZoneSource& zones);

/// The canonical events, ticket by ticket in the order of opening, given to `write` in pieces.
/// `progress(done, of)` may be empty. Memory does not grow with events, only with tickets.
void tell_demo(const DemoRequest& request, const std::function<void(std::string_view)>& write,
               const std::function<void(std::uint64_t, std::uint64_t)>& progress = {});

}  // namespace vigie
