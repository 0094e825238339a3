#include "engine/base/require.h"
#include "usecase/dispute/dispute.h"
#include "usecase/dispute/dispute_view.h"
#include "usecase/dispute/side.h"
#include "usecase/ticket/event_writer.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// The proposal that is on the table: the last one that says something.
DisputeStepRow last_proposal(Connection& rows, Key<DisputeRow> key) {
  DisputeStepRow last;
  for (DisputeStepRow& step : steps_of(rows, key)) {
    const bool proposes = step.word == DisputeWord::claimed || step.word == DisputeWord::countered;
    if (proposes) last = std::move(step);
  }
  return last;
}

/// What agreement about an event, a pause or a priority makes of the ticket's journal.
TicketEventRow agreed_event(Connection& rows, const DisputeRow& dispute,
                            const DisputeStepRow& proposal, const KeptTicket& ticket) {
  if (dispute.about == DisputeAbout::priority) {
    return {.happened_at = ticket.row.opened_at,
            .word = EventWord::classified,
            .attribute = Attribute::priority,
            .effect = Effect::origin,
            .consent = true,
            .value = proposal.proposed};
  }
  auto event = event_of_ticket(rows, ticket.key, dispute.event);
  ensure(event.has_value(), "an event that was contested is there");
  if (proposal.proposed_at) {
    event->happened_at = *proposal.proposed_at;
  } else {
    *event = {.happened_at = event->happened_at, .word = EventWord::retracted};
  }
  event->supersedes = dispute.event;
  event->consent = true;
  return *std::move(event);
}

void take_effect(Act& act, const TermsInForce& terms, const KeptDispute& dispute) {
  if (!dispute.row.ticket) return;
  const bool changes_facts =
      dispute.row.about != DisputeAbout::verdict && dispute.row.state == DisputeState::agreed;
  if (changes_facts) {
    const KeptTicket ticket = ticket_by_key(act.rows(), *dispute.row.ticket);
    const DisputeStepRow proposal = last_proposal(act.rows(), dispute.key);
    EventWriter{act, ticket.key, last_sequence(act.rows(), ticket.key)}.write(
        agreed_event(act.rows(), dispute.row, proposal, ticket), dispute.row.reference);
  }
  judge_again(act, terms, *dispute.row.ticket);
}

std::optional<Refused> refusal_of_words(const KeptDispute& dispute, const AnswerDispute& asked,
                                        DisputeSide side) {
  const bool is_withdrawal = asked.answer == DisputeWord::withdrawn;
  const DisputeSide expected = is_withdrawal ? dispute.row.side : dispute.row.turn;
  if (side != expected || asked.answer == DisputeWord::claimed) {
    return refused(Refusal::side_of_other);
  }
  const auto incomplete = [&](std::string_view field) {
    return Refused{
        Refusal::dispute_incomplete,
        {{"about", std::string{key_of(dispute.row.about)}}, {"field", std::string{field}}},
        {}};
  };
  const bool counters = asked.answer == DisputeWord::countered;
  const DisputeAbout about = dispute.row.about;
  if (counters && about == DisputeAbout::verdict && !asked.ground) return incomplete("ground");
  if (counters && about == DisputeAbout::priority && !asked.value) return incomplete("value");
  const bool is_of_event = about == DisputeAbout::event || about == DisputeAbout::pause;
  if (counters && is_of_event && !asked.at) return incomplete("at");
  const bool wants_motive = asked.answer != DisputeWord::agreed;
  if (wants_motive && asked.motive.empty()) return refused(Refusal::note_missing);
  return std::nullopt;
}

/// The row after what was said.
DisputeRow row_after(DisputeRow row, const AnswerDispute& asked, DisputeSide side, Instant at) {
  ++row.version;
  switch (asked.answer) {
    case DisputeWord::claimed:
      break;
    case DisputeWord::agreed:
      row.state = DisputeState::agreed;
      row.answered_at = at;
      break;
    case DisputeWord::refused:
      row.state = DisputeState::refused;
      row.answered_at = at;
      break;
    case DisputeWord::countered:
      row.state = DisputeState::countered;
      row.turn = other_side(side);
      row.countered_at = at;
      if (asked.ground) row.ground = asked.ground;
      break;
    case DisputeWord::withdrawn:
      row.state = DisputeState::withdrawn;
      break;
  }
  return row;
}

}  // namespace

Outcome<DisputeView> answer_dispute(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                    const AnswerDispute& asked) {
  const auto kept = dispute_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return Refused{
        Refusal::version_changed,
        {{"now", std::to_string(kept->row.version)}, {"asked", std::to_string(*at.version)}},
        {}};
  }
  const SharedTerms terms = shelf.terms(desk.rows());
  const auto side = side_of(desk, kept->row.customer, asked.side);
  if (!side) return side.error();
  const auto said = said_at(desk, kept->row.customer, asked.said_at);
  if (!said) return said.error();
  // What was said in time and is recorded later was said in time.
  const DisputeState state = standing_at(kept->row, *terms, *said).state;
  const bool is_open = state == DisputeState::claimed || state == DisputeState::countered;
  if (!is_open) {
    return Refused{Refusal::dispute_settled, {{"state", std::string{key_of(state)}}}, {}};
  }
  if (auto refusal = refusal_of_words(*kept, asked, *side)) return *std::move(refusal);
  KeptDispute made{.key = kept->key, .row = row_after(kept->row, asked, *side, *said)};
  Act& act = desk.open(ActWord::dispute_answered, Thing::dispute, made.row.reference);
  ensure(change_dispute_row(desk.rows(), made.key, made.row), "its version was just read");
  write_step(act, made,
             {.word = asked.answer,
              .side = *side,
              .said_at = *said,
              .ground = asked.ground,
              .proposed_at = asked.at,
              .proposed = asked.value.value_or("")},
             asked.motive);
  take_effect(act, *terms, made);
  return view_of(desk.rows(), *terms, made, true);
}

}  // namespace vigie
