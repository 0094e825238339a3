// The same past under other terms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "engine/closure/would_move.h"
#include "engine/compliance/other_terms.h"
#include "engine/compliance/what_if.h"
#include "engine/penalty/difference.h"
#include "usecase/figures/figures.h"

namespace vigie {

/// A site with other hours: calendars that follow it take them. None: as it is.
struct SiteToTry {
  std::string reference;
  std::optional<std::string> zone;
  std::optional<std::vector<std::string>> holidays;
};

template <>
inline constexpr std::string_view title_of<SiteToTry> = "SiteToTry";
template <>
inline constexpr auto fields_of<SiteToTry> = std::tuple{
    field("reference", &SiteToTry::reference, "Of the site.", AtMost{64}),
    field("zone", &SiteToTry::zone, "IANA name of its time zone; as it is when absent.",
          AtMost{64}),
    field("holidays", &SiteToTry::holidays, "Named sets: fr, fr-alsace-moselle; as it has them.",
          AtMost{16}),
};

/// One of the three: documents as YAML, clauses changed, or a site.
struct AskWhatIf {
  std::vector<std::string> documents;
  std::vector<TermChange> changes;
  std::optional<SiteToTry> site;
  std::optional<CivilDay> from;  // first day of the other terms; none: as they say
  std::optional<Instant> as_of;  // none: now, by the clock of the database
};

struct WhatIfFigures {
  Facts facts;
  Instant as_of;
  std::uint64_t tickets = 0;
  std::vector<std::string> changed;  // "acme@2", "lyon.zone=Indian/Reunion": what is otherwise
  WhatIf difference;                 // of the agreements that the caller may see
  std::vector<AmountDifference> amounts;
  std::vector<ClosedPeriod> closed;  // whose figures the other terms would give otherwise
};

/// Judges everything twice: under the terms in force, and with the others in their place. Refused,
/// in this order: what_if_empty, too_busy, site_unknown, zone_unknown, holidays_unknown,
/// document_faulty (with the faults), agreement_unknown (a document is of an agreement that the
/// caller may not see), change_malformed.
Outcome<WhatIfFigures> what_if(const FiguresParts& parts, const Caller& caller,
                               const AskWhatIf& asked);

/// The same for whoever has a place among the questions.
Outcome<WhatIfFigures> what_if_in_place(const FiguresParts& parts, const Caller& caller,
                                        const AskWhatIf& asked, const TellProgress& told);

/// What the question would be refused with before anything is judged; too_busy left aside.
std::optional<Refused> refusal_of_what_if(const FiguresParts& parts, const Caller& caller,
                                          const AskWhatIf& asked);

}  // namespace vigie
