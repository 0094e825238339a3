#include "usecase/dispute/dispute_view.h"

#include "engine/clock/exclusion_recorded.h"
#include "store/ticket/clock_row.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

bool is_awaited(DisputeState state) {
  return state == DisputeState::claimed || state == DisputeState::countered;
}

/// The last version of an agreement, and its place in the terms.
std::optional<std::uint32_t> place_of(const Terms& terms, const std::string& agreement) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < terms.agreements().size(); ++i) {
    if (terms.agreement(i).id == agreement) found = i;
  }
  return found;
}

std::vector<ClockView> clocks_concerned(Connection& rows, const DisputeRow& row, Instant as_of) {
  std::vector<ClockView> concerned;
  if (!row.ticket) return concerned;
  for (const TicketClockRow& clock : clocks_of(rows, *row.ticket)) {
    const bool is_of_agreement = clock.agreement == row.agreement;
    const bool is_one =
        row.about == DisputeAbout::verdict
            ? is_of_agreement && (row.commitment.empty() || clock.commitment == row.commitment)
            : is_of_agreement || !is_of_chain(clock.kind);
    if (is_one) concerned.push_back(clock_view(clock, as_of));
  }
  return concerned;
}

std::vector<DisputeStepView> steps_shown(Connection& rows, Key<DisputeRow> key) {
  std::vector<DisputeStepView> steps;
  for (DisputeStepRow& step : steps_of(rows, key)) {
    steps.push_back({.number = step.number,
                     .word = step.word,
                     .side = step.side,
                     .said_at = step.said_at,
                     .recorded_at = step.recorded_at,
                     .ground = step.ground,
                     .at = step.proposed_at,
                     .value = std::move(step.proposed),
                     .motive = std::move(step.note)});
  }
  return steps;
}

}  // namespace

DisputeStanding standing_at(const DisputeRow& row, const TermsInForce& terms, Instant as_of) {
  DisputeStanding standing{.state = row.state};
  const bool falls = is_awaited(row.state) && row.about == DisputeAbout::verdict;
  const auto place = falls ? place_of(terms.terms, row.agreement) : std::nullopt;
  if (!place) return standing;
  const Zone& zone = terms.terms.zone(*place);
  const RecordedClaim claim{.agreement = row.agreement,
                            .commitment = {},
                            .ticket = {},
                            .outage = {},
                            .claimed_at = row.claimed_at,
                            .countered_at = row.countered_at};
  const AwaitedAnswer awaited =
      awaited_answer(claim, terms.terms.agreement(*place).exclusion_rules, zone);
  if (!awaited.until) return standing;
  const DisputeState silent =
      awaited.then == Standing::agreed ? DisputeState::agreed : DisputeState::refused;
  if (*awaited.until < as_of) return {.state = silent, .by_silence = true};
  standing.answer_until = awaited.until;
  standing.then = silent;
  return standing;
}

DisputeView view_of(Connection& rows, const TermsInForce& terms, const KeptDispute& dispute,
                    bool is_whole) {
  const DisputeRow& row = dispute.row;
  const Instant now = clock_of_database(rows);
  const DisputeStanding standing = standing_at(row, terms, now);
  DisputeView view{.reference = row.reference,
                   .version = row.version,
                   .customer = party_reference(rows, row.customer),
                   .ticket = row.ticket ? ticket_by_key(rows, *row.ticket).row.reference : "",
                   .outage = row.outage ? outage_by_key(rows, *row.outage).row.reference : "",
                   .about = row.about,
                   .agreement = row.agreement,
                   .commitment = row.commitment,
                   .side = row.side,
                   .state = standing.state,
                   .by_silence = standing.by_silence,
                   .answer_until = standing.answer_until,
                   .then = standing.then,
                   .ground = row.ground,
                   .claimed_at = row.claimed_at,
                   .answered_at = row.answered_at,
                   .as_of = now};
  if (row.event != 0) view.event = row.event;
  if (is_awaited(standing.state)) view.turn = row.turn;
  view.steps = steps_shown(rows, dispute.key);
  if (is_whole) {
    view.clocks = clocks_concerned(rows, row, now);
  } else if (view.steps.size() > 1) {
    view.steps.resize(1);  // the claim: why
  }
  return view;
}

}  // namespace vigie
