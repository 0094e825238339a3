// What a commitment shows for a ticket, as a derived row.
#pragma once

#include "store/ticket/ticket.h"
#include "vocabulary/agreement.h"

namespace vigie {

/// As of the last event of the ticket: `pending` with a due instant in the past is overdue.
struct TicketClockRow {
  Key<TicketRow> ticket{};
  std::int64_t rank = 0;  // from 1
  std::string agreement;
  std::int64_t agreement_version = 0;
  std::string commitment;
  std::string label;
  AgreementKind kind{};
  Metric metric{};
  std::int64_t cycle = 0;
  Verdict verdict{};
  ClockState state{};
  Instant started_at;
  std::optional<Instant> due_at;  // none while paused
  std::optional<Instant> breached_at;
  std::optional<Instant> ended_at;
  Duration elapsed{};
  Duration target{};
  Verdict gross{};      // no exclusion taken
  Standing standing{};  // of an exclusion
  std::optional<ExclusionGround> ground;
  std::optional<Instant> falls_at;    // claimed: from just after it, silence has answered
  std::optional<Standing> falls_to;   // claimed: with that
  std::string hours_site;             // where the ticket was opened: hours may follow it
  std::optional<Instant> at_risk_at;  // none: it does not run
  std::string terms;                  // digest of the terms that judged
  std::int64_t calculation = 0;       // version of the calculation
};

template <>
inline constexpr StoreTable table_of<TicketClockRow> = StoreTable::ticket_clock;
template <>
inline constexpr auto fields_of<TicketClockRow> = std::tuple{
    field("ticket", &TicketClockRow::ticket, "Of which ticket."),
    field("rank", &TicketClockRow::rank, "Place among its clocks, from 1."),
    field("agreement", &TicketClockRow::agreement, "Which agreement promised it."),
    field("agreement_version", &TicketClockRow::agreement_version, "In which version."),
    field("commitment", &TicketClockRow::commitment, "Which commitment."),
    field("label", &TicketClockRow::label, "The parties' own word for it."),
    field("kind", &TicketClockRow::kind, "SLA, OLA or underpinning contract."),
    field("metric", &TicketClockRow::metric, "What is measured."),
    field("cycle", &TicketClockRow::cycle, "Which passage or repetition, from 0."),
    field("verdict", &TicketClockRow::verdict, "As of the last event."),
    field("state", &TicketClockRow::state, "As of the last event."),
    field("started_at", &TicketClockRow::started_at, "When the clock began."),
    field("due_at", &TicketClockRow::due_at, "When the target is passed; none while paused."),
    field("breached_at", &TicketClockRow::breached_at, "When the target was passed."),
    field("ended_at", &TicketClockRow::ended_at, "When what was promised was reached."),
    field("elapsed", &TicketClockRow::elapsed, "Counted, as of the last event or the end."),
    field("target", &TicketClockRow::target, "Promised."),
    field("gross", &TicketClockRow::gross, "The verdict when no exclusion is taken."),
    field("standing", &TicketClockRow::standing, "Of an exclusion."),
    field("ground", &TicketClockRow::ground, "Of that exclusion."),
    field("falls_at", &TicketClockRow::falls_at, "Until when a claim awaits its answer."),
    field("falls_to", &TicketClockRow::falls_to, "What silence makes of it."),
    field("hours_site", &TicketClockRow::hours_site, "Site whose hours it may follow."),
    field("at_risk_at", &TicketClockRow::at_risk_at, "From when it may soon be missed."),
    field("terms", &TicketClockRow::terms, "Digest of the terms that judged."),
    field("calculation", &TicketClockRow::calculation, "Version of the calculation."),
};

/// Replaces all the clocks of a ticket; `ticket` and `rank` are set.
void keep_clocks(Connection& rows, Key<TicketRow> ticket, std::vector<TicketClockRow> clocks);
std::vector<TicketClockRow> clocks_of(Connection& rows, Key<TicketRow> ticket);

}  // namespace vigie
