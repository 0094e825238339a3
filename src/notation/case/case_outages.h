// The outages of a case: lines a person would write become a log.
#pragma once

#include <vector>

#include "engine/base/fault.h"
#include "engine/outage/outage.h"
#include "engine/time/zone.h"
#include "notation/yaml.h"

namespace vigie {

struct CaseOutages {
  OutageLog log;
  std::vector<Fault> faults;
};

/// Reads `outages`, `maintenance` and `observed` of a page, those that it has:
///   OUT-1: - 2026-03-02 10:00 detected on Network severity 1/2 users 40 by probe
///   MW-1: on Network 2026-03-14 22:00 to 2026-03-15 02:00 announced 2026-03-01 09:00
///   observed: - Network 2026-03-01 00:00 to 2026-04-01 00:00
/// The grammar is in docs/reference/cases.md.
CaseOutages case_outages_from(const YamlNode& page, const Zone& zone, Names& names);

}  // namespace vigie
