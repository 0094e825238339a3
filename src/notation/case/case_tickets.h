// The tickets of a case: lines of events become histories.
#pragma once

#include <vector>

#include "engine/base/fault.h"
#include "engine/base/finding.h"
#include "engine/base/id.h"
#include "engine/ticket/histories.h"
#include "engine/time/zone.h"
#include "notation/yaml.h"

namespace vigie {

struct CaseTickets {
  Histories histories;
  Findings findings;  // of stamps
  std::vector<Fault> faults;
};

/// `tickets` is a mapping from the reference of a ticket to its lines, in the order of recording.
/// `corrects 2` and `retracted 2` name the second line of the same ticket. Where that line said
/// several things, the correction is of the one of the same kind, else of the first.
CaseTickets case_tickets_from(const YamlNode& tickets, const Zone& zone, Names& names);

}  // namespace vigie
