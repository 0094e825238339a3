// A case: a page that says terms, facts and what must come of them. Tests read it, people too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/outage/outage.h"
#include "engine/time/zone.h"
#include "notation/case/case_figures.h"
#include "notation/case/case_terms.h"
#include "notation/case/case_tickets.h"

namespace vigie {

/// What must be read at one instant.
struct CaseReading {
  std::optional<Instant> as_of;  // none: the instant of the last event
  Instant known_at = last_instant;
  YamlNode expect;
};

/// A period that is closed in the course of the case, with what was recorded by then.
struct CaseClosing {
  std::string period;
  Instant at;
};

/// The case as written, or under one of its changes.
struct CaseVariant {
  std::string title;  // of the change; empty: as written
  CaseTerms terms;
  std::vector<CaseReading> readings;
};

struct CaseFile {
  std::string title;
  std::vector<std::string> rules;  // numbers of the rules that it shows
  std::vector<std::string> traps;  // where somebody met what it guards against
  Names names;
  CaseTickets tickets;
  std::vector<CaseFigure> figures;    // given instead of tickets, or beside them
  std::vector<CaseClosing> closings;  // under the terms as written, in the order of the page
  OutageLog outages;
  std::vector<CaseVariant> variants;  // the first is the case as written
};

struct CaseRead {
  std::optional<CaseFile> file;  // none when there are faults
  std::vector<Fault> faults;     // of the page itself; those of its terms are in its variants
};

/// Reads a page. Stamps without offset are in the `zone` of its first agreement. The format is in
/// docs/reference/cases.md. All the faults are reported, not only the first.
CaseRead read_case(std::string_view text, const std::string& file, ZoneSource& zones);

}  // namespace vigie
