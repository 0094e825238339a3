// Agreements made ready to judge: calendars compiled, rules indexed, names resolved.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"
#include "engine/base/id.h"
#include "engine/calendar/hours_index.h"
#include "engine/time/zone.h"

namespace vigie {

/// All the versions of all the agreements of a run, ready. Immutable once made; any number of
/// threads may read it.
class Terms {
 public:
  /// Compiles. Faults: an unknown zone, an unknown holiday set, a calendar that is not defined;
  /// each with the place of the clause. `names` is the table of the facts.
  struct Made;
  static Made from(std::vector<Agreement> agreements, ZoneSource& zones, Names& names);

  const std::vector<Agreement>& agreements() const;
  /// Hours of a commitment for a ticket of `site` (calendars that follow the site differ by it).
  const HoursIndex& hours(std::uint32_t agreement, std::uint32_t commitment, Value site) const;
  const Zone& zone(std::uint32_t agreement) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

struct Terms::Made {
  Terms terms;
  std::vector<Fault> faults;  // terms are usable only when empty
};

}  // namespace vigie
