#include "usecase/ticket/ticket_view.h"

#include "usecase/ticket/time_left.h"

namespace vigie {

ClockView clock_view(const TicketClockRow& clock, Instant as_of, const TermsInForce* terms) {
  ClockView view{.agreement = clock.agreement,
                 .agreement_version = clock.agreement_version,
                 .commitment = clock.commitment,
                 .label = clock.label,
                 .kind = clock.kind,
                 .metric = clock.metric,
                 .cycle = clock.cycle,
                 .verdict = clock.verdict,
                 .state = clock.state,
                 .started_at = clock.started_at,
                 .due_at = clock.due_at,
                 .breached_at = clock.breached_at,
                 .ended_at = clock.ended_at,
                 .target_seconds = clock.target / std::chrono::seconds{1},
                 .gross = clock.gross,
                 .standing = clock.standing,
                 .net_claimed = clock.gross,
                 .ground = clock.ground};
  const bool is_passed = clock.gross == Verdict::pending && clock.due_at && *clock.due_at < as_of;
  if (is_passed) {
    view.gross = Verdict::breached;
    view.state = ClockState::breached;
    view.breached_at = clock.due_at;
  }
  const bool has_fallen = clock.falls_at && *clock.falls_at < as_of;
  if (has_fallen) view.standing = clock.falls_to.value_or(clock.standing);
  const bool is_out = view.standing == Standing::agreed;
  view.verdict = is_out ? Verdict::excluded : view.gross;
  view.net_claimed = is_out || view.standing == Standing::claimed ? Verdict::excluded : view.gross;
  view.is_at_risk =
      view.verdict == Verdict::pending && clock.at_risk_at && *clock.at_risk_at <= as_of;
  if (terms != nullptr) tell_what_is_left(clock, *terms, as_of, view);
  return view;
}

TicketView view_of(const TicketToShow& ticket, Instant as_of) {
  const TicketRow& row = ticket.row;
  TicketView view{.reference = row.reference,
                  .version = row.version,
                  .customer = ticket.customer,
                  .title = row.title,
                  .phase = row.phase,
                  .opened_at = row.opened_at,
                  .ended_at = row.ended_at,
                  .kind = row.kind,
                  .priority = row.priority,
                  .service = row.service,
                  .site = row.site,
                  .holder = ticket.outside ? ticket.outside->party(row.holder) : row.holder,
                  .team = ticket.outside ? std::string{} : row.team,
                  .person = {},
                  .reason = row.reason,
                  .since = row.since,
                  .requested_at = row.requested_at,
                  .major_at = row.major_at,
                  .part_of = row.part_of,
                  .as_of = as_of,
                  .clocks = {}};
  if (!ticket.outside && !row.person.empty()) view.person = row.person;
  for (const TicketClockRow& clock : ticket.clocks) {
    if (is_of_chain(clock.kind) && ticket.outside) continue;
    view.clocks.push_back(clock_view(clock, as_of, ticket.terms));
  }
  return view;
}

Instant clock_of_database(Connection& rows) {
  Instant now{};
  rows.run("select clock_now()", {},
           [&](const Row& row) { now = Instant{Duration{row.whole(0)}}; });
  return now;
}

std::string text_of(Instant at) {
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{second - day};
  const auto digits = [](auto number, std::size_t count) {
    std::string text = std::to_string(number);
    return std::string(count - std::min(count, text.size()), '0') + text;
  };
  return digits(static_cast<int>(date.year()), 4) + "-" +
         digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2) + "T" + digits(time.hours().count(), 2) +
         ":" + digits(time.minutes().count(), 2) + ":" + digits(time.seconds().count(), 2) + "Z";
}

}  // namespace vigie
