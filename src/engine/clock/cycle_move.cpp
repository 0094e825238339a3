#include "engine/clock/cycle_move.h"

namespace vigie {

namespace {

Move move_of_response(EventWord word) {
  switch (word) {
    case EventWord::acknowledged:
    case EventWord::responded:
    case EventWord::intervention_started:
    case EventWord::workaround_provided:
    case EventWord::restored:
    case EventWord::resolved:
      return Move::reaches;
    default:
      return Move::none;
  }
}

/// Metrics that a reopening puts in question.
Move move_of_repair(const Commitment& commitment, EventWord word) {
  const bool restoration = commitment.metric == Metric::restoration;
  const bool workaround =
      commitment.metric == Metric::workaround || (restoration && commitment.workaround_restores);
  switch (word) {
    case EventWord::workaround_provided:
      return workaround ? Move::reaches : Move::none;
    case EventWord::restored:
      return restoration || workaround ? Move::reaches : Move::none;
    case EventWord::resolved:
      return commitment.metric == Metric::resolution ? Move::reaches_again : Move::reaches;
    case EventWord::reopened:
      return Move::reopens;
    default:
      return Move::none;
  }
}

Move move_of_intervention(EventWord word) {
  const bool before_work = word == EventWord::acknowledged || word == EventWord::responded;
  return before_work ? Move::none : move_of_response(word);
}

Move move_of_delivery(EventWord word) {
  if (word == EventWord::delivered) return Move::reaches;
  return word == EventWord::refused ? Move::undoes : Move::none;
}

Move move_of_update(UpdatesUntil until, EventWord word) {
  if (word == EventWord::updated) return Move::renews;
  if (word == EventWord::resolved) return Move::reaches;
  if (word == EventWord::restored && until == UpdatesUntil::restoration) return Move::reaches;
  return word == EventWord::reopened ? Move::reopens : Move::none;
}

}  // namespace

Move move_of(const CycleRequest& request, const Mark& mark) {
  const Commitment& commitment = request.commitment;
  const auto only = [&](EventWord word) { return mark.word == word ? Move::reaches : Move::none; };
  switch (commitment.metric) {
    case Metric::response:
      return move_of_response(mark.word);
    case Metric::intervention:
      return move_of_intervention(mark.word);
    case Metric::restoration:
    case Metric::workaround:
    case Metric::resolution:
      return move_of_repair(commitment, mark.word);
    case Metric::diagnosis:
      return only(EventWord::diagnosed);
    case Metric::quote:
      return only(EventWord::quoted);
    case Metric::delivery:
      return move_of_delivery(mark.word);
    case Metric::next_update:
      return move_of_update(commitment.until, mark.word);
    case Metric::milestone:
      return mark.word == EventWord::milestone && mark.value == request.milestone ? Move::reaches
                                                                                  : Move::none;
    case Metric::availability:  // of a period: no ticket reaches it
      return Move::none;
  }
  return Move::none;
}

}  // namespace vigie
