// What a period or a ticket shows, as the functions of a schedule read it. Design P1, P2.
#pragma once

#include <optional>
#include <vector>

#include "engine/penalty/contract.h"

namespace vigie {

/// One target of one line in one period of one version.
struct Occasion {
  std::uint32_t version = 0;
  std::uint32_t clause = 0;
  std::uint32_t commitment = 0;
  const TargetResult* result = nullptr;
  const Attainment* attainment = nullptr;
  PeriodDays days;
};

/// What is compared and counted. None: not measured, or without meaning there.
struct Figure {
  std::optional<Exact> rate;  // averaged and rounded as the schedule says
  std::optional<Exact> required;
  std::optional<bool> attained;
  std::optional<Duration> overrun;     // beyond the limit of a statistic, or of what may be down
  std::optional<std::int64_t> missed;  // tickets, slices or days that did
  std::optional<CivilDay> due_on;      // of a delay in days
};

/// Whether a period may cost anything: it has volume, and it is neither a ramp-up nor voided.
bool counts(const Attainment& attainment);

/// At the precision of the schedule, else of the target; exact without any.
Exact compared_rate(const Contract& contract, const Occasion& occasion, Exact rate);

/// The figure of a period. `averaged`: the rates that a rolling line takes, this one included.
Figure figure_of(const Contract& contract, const Occasion& occasion,
                 const std::vector<const Occasion*>& averaged, std::vector<LedgerStep>& steps);

/// The figure of a ticket that was late: its overrun, and for a delay its days.
/// Delay stops with the last day judged of the contract; of a ticket still open it is that of the
/// reading, so far.
Figure figure_of_ticket(const Contract& contract, const Occasion& occasion, const LateTicket& late,
                        std::vector<LedgerStep>& steps);

}  // namespace vigie
