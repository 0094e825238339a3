#include "laws.h"

#include <algorithm>

namespace vigie::cases {

namespace {

bool was_reopened(const Outcome& outcome, Id<Ticket> ticket) {
  const auto history = outcome.file.tickets.histories.find(ticket);
  return std::any_of(history->events.begin(), history->events.end(), [](const Event& event) {
    return event.word == EventWord::reopened || event.word == EventWord::refused;
  });
}

bool counts_hours(const Commitment& commitment) {
  return std::holds_alternative<ServiceDuration>(commitment.within) &&
         commitment.from == StartsAt::opening;
}

/// A ticket still open when its agreement ended: its clock stopped with the agreement.
bool outlived_its_agreement(const Outcome& outcome, const Judgement& judgement) {
  return !judgement.ended_at &&
         outcome.terms.terms.holding(judgement.agreement).to <= outcome.as_of;
}

/// Laws of the clock of an SLA in hours, from its start to its end without a gap.
void check_held(const Outcome& outcome, const Judgement& judgement,
                std::vector<std::string>& broken) {
  const Reading& reading = judgement.reading;
  Duration wall{0};
  Duration in_hours{0};
  for (const auto& held : reading.held) {
    wall += held.wall;
    in_hours += held.in_hours;
  }
  const auto end = judgement.ended_at.value_or(outcome.as_of);
  if (wall != end - reading.started_at)
    broken.emplace_back("held on the wall clock: not the whole");
  if (reading.elapsed > in_hours) broken.emplace_back("counted more than was held");
}

void check_verdict(const Outcome& outcome, const Judgement& judgement,
                   std::vector<std::string>& broken) {
  const Reading& reading = judgement.reading;
  if (reading.elapsed + reading.remaining != reading.target) {
    broken.emplace_back("counted + left is not what was promised");
  }
  const bool is_met = judgement.gross == Verdict::met;
  if (is_met && (reading.breached_at || reading.remaining < Duration{0})) {
    broken.emplace_back("met, and past its target");
  }
  if (judgement.gross != Verdict::breached) return;
  if (!reading.breached_at || *reading.breached_at > outcome.as_of ||
      *reading.breached_at < reading.started_at) {
    broken.emplace_back("breached, at no instant between the start and the reading");
  }
}

}  // namespace

std::vector<std::string> broken_laws(const Outcome& outcome) {
  std::vector<std::string> all;
  for (const auto& judgement : outcome.evaluation.verdicts) {
    if (judgement.gross == Verdict::not_measurable) continue;
    std::vector<std::string> broken;
    const auto& agreement = outcome.terms.terms.agreements()[judgement.agreement];
    const auto& commitment = agreement.commitments[judgement.commitment];
    check_verdict(outcome, judgement, broken);
    const bool has_gaps =
        was_reopened(outcome, judgement.ticket) || outlived_its_agreement(outcome, judgement);
    if (counts_hours(commitment) && !has_gaps) {
      check_held(outcome, judgement, broken);
    }
    for (const auto& law : broken) {
      all.push_back(std::string{outcome.file.names.text(judgement.ticket)} + " " + commitment.id +
                    ": " + law);
    }
  }
  for (const auto& one : outcome.regularised.figures) {
    Tally sum;
    for (const auto& line : one.lines) sum = sum + line.difference;
    if (sum != one.difference()) {
      all.push_back(one.target + " " + one.period + ": its lines do not sum to the difference");
    }
  }
  return all;
}

}  // namespace vigie::cases
