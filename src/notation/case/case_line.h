// One line of a case: an event of a ticket, written as a person would say it.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/finding.h"
#include "engine/base/id.h"
#include "engine/base/result.h"
#include "engine/ticket/event.h"
#include "engine/time/zone.h"
#include "notation/yaml.h"

namespace vigie {

/// What a line says. `opened incident P2 for ACME` is one opening and three classifications.
struct CaseLine {
  std::vector<Event> events;          // at least one; sequences are given later
  std::size_t corrects = 0;           // line of the same ticket, from 1; 0: none
  std::vector<FindingCode> findings;  // of its stamps
};

struct CaseLineContext {
  const Zone& zone;  // of stamps that say no offset
  Names& names;
};

/// "2026-03-02 16:30 opened incident P2 for ACME". The grammar is in docs/reference/cases.md.
/// Fault: case_line_malformed, at the word that was not understood.
Result<CaseLine> case_line_from(const YamlNode& line, const CaseLineContext& context);

}  // namespace vigie
