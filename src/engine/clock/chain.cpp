#include "engine/clock/chain.h"

#include <algorithm>

#include "engine/clock/in_force.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

/// Metrics that are over once the ticket is: a ticket closed without them says nothing of them.
bool is_repair(Metric metric) {
  return metric == Metric::resolution || metric == Metric::restoration ||
         metric == Metric::workaround;
}

/// Closing a ticket does not end what is owed after its resolution.
std::optional<Instant> ended_without(const Timeline& timeline, bool runs_after_resolution) {
  if (timeline.merged_at) return timeline.merged_at;
  if (timeline.cancelled_at) return timeline.cancelled_at;
  return runs_after_resolution ? std::nullopt : timeline.closed_at;
}

/// The commitment that says from when to when the clock runs: the last one that applies.
const Leg* ruling_leg(const std::vector<Leg>& legs) {
  const auto last = std::find_if(legs.rbegin(), legs.rend(),
                                 [](const Leg& leg) { return leg.commitment != nullptr; });
  return last == legs.rend() ? nullptr : &*last;
}

class ChainReader {
 public:
  ChainReader(const ChainRequest& request, const std::vector<Leg>& legs, const Leg& ruling,
              JudgeStorage& storage)
      : request_(request),
        terms_(request.judge.terms),
        legs_(legs),
        ruling_(ruling),
        storage_(storage),
        agreement_(terms_.agreement(ruling.ref->agreement)),
        commitment_(*ruling.commitment) {
    limit_ = request.timeline.as_of;
    if (is_last_version(terms_, ruling.ref->agreement)) {
      limit_ = std::min(limit_, terms_.judged_until(ruling.ref->agreement));
    }
  }

  void run(bool& waited_unasked) {
    const Instant opening = agreement_.merge_opening == MergeOpening::earliest
                                ? request_.opened_at
                                : request_.own_opened_at;
    read_cycles({.timeline = request_.timeline,
                 .commitment = commitment_,
                 .roles = terms_.roles(ruling_.ref->agreement),
                 .opened_at = start_under(terms_, ruling_.ref->agreement, opening),
                 .closed_means_resolved = agreement_.closed_means_resolved,
                 .milestone = terms_.milestone(*ruling_.ref)},
                storage_.cycles);
    for (const Cycle& cycle : storage_.cycles) {
      if (cycle.is_begun && cycle.start > limit_) continue;
      ChainReading reading = cycle.is_begun ? read(cycle, waited_unasked) : read_not_begun(cycle);
      if (!reading.measured.applies) continue;
      if (cycle.is_cleared && reading.verdict != Verdict::breached) continue;
      storage_.readings.push_back(std::move(reading));
    }
  }

 private:
  ChainReading read(Cycle cycle, bool& waited_unasked) {
    if (cycle.stop && *cycle.stop > limit_) cycle.stop.reset();
    const bool runs_on = runs_after_resolution();
    Instant end = cycle.stop.value_or(limit_);
    const auto ended = ended_without(request_.timeline, runs_on);
    if (!cycle.stop && ended) end = std::clamp(*ended, cycle.start, end);
    cut({.timeline = request_.timeline,
         .legs = legs_,
         .roles = terms_.roles(ruling_.ref->agreement),
         .interval = {cycle.start, end},
         .is_running = !cycle.stop,
         .only_while_held = commitment_.from == StartsAt::hand_over,
         .continues = commitment_.reopening.reopening == Reopening::continues,
         .runs_after_resolution = runs_on,
         .gaps = cycle.gaps},
        storage_.pieces);
    note_waits(waited_unasked);
    ChainReading reading{.cycle = cycle,
                         .measured = measure({.timeline = request_.timeline,
                                              .legs = legs_,
                                              .pieces = storage_.pieces,
                                              .cycle = cycle,
                                              .carried_date = terms_.carried_date(*ruling_.ref),
                                              .own_hours = &terms_,
                                              .pauses = storage_.pauses,
                                              .with_held = request_.judge.with_held,
                                              .with_segments = request_.with_segments}),
                         .ref = *ruling_.ref};
    if (!reading.measured.applies) return reading;
    reading.ref = *reading.measured.leg->ref;
    read_verdict(reading, end);
    return reading;
  }

  /// A report is due after the resolution, and so is what counts from it.
  bool runs_after_resolution() const {
    return commitment_.metric == Metric::diagnosis || commitment_.from == StartsAt::resolution ||
           commitment_.from == StartsAt::restoration;
  }

  ChainReading read_not_begun(const Cycle& cycle) const {
    ChainReading reading{
        .cycle = cycle, .measured = not_begun(legs_.back(), cycle.start), .ref = *ruling_.ref};
    if (reading.measured.applies) read_verdict(reading, limit_);
    return reading;
  }

  void note_waits(bool& waited_unasked) const {
    for (const Piece& piece : storage_.pieces) {
      const bool outside = piece.role == Role::customer || piece.role == Role::third_party;
      waited_unasked |= piece.treatment == Treatment::paused && outside &&
                        piece.span->phase == Phase::awaiting && !piece.span->requested_at;
    }
  }

  /// Order of the questions: reached? ended otherwise? passed? still running? Design J6.
  void read_verdict(ChainReading& reading, Instant end) const {
    const Timeline& timeline = request_.timeline;
    const bool breached = reading.measured.reading.breached_at.has_value();
    const auto conclude = [&](Verdict verdict, std::optional<Instant> ended_at) {
      reading.verdict = verdict;
      reading.ended_at = ended_at;
    };
    const auto unmeasured = [&](FindingCode why, std::optional<Instant> ended_at) {
      reading.why = why;
      conclude(Verdict::not_measurable, ended_at);
    };
    const auto kept = [&](Verdict otherwise) { return breached ? Verdict::breached : otherwise; };
    const bool carried =
        std::holds_alternative<CarriedDate>(reading.measured.leg->commitment->within);
    if (carried && reading.measured.has_no_due) {
      return unmeasured(FindingCode::carried_date_missing, reading.cycle.stop);
    }
    if (reading.cycle.stop && was_reached_before(reading.cycle)) {
      return unmeasured(FindingCode::resolved_before_opened, reading.cycle.stop);
    }
    if (reading.cycle.stop) return conclude(kept(Verdict::met), reading.cycle.stop);
    if (timeline.merged_at && *timeline.merged_at <= limit_) {
      return conclude(kept(Verdict::merged), timeline.merged_at);
    }
    if (timeline.cancelled_at && *timeline.cancelled_at <= limit_) {
      return conclude(cancellation_agreed() ? Verdict::cancelled : kept(Verdict::cancelled),
                      timeline.cancelled_at);
    }
    const bool closed = timeline.closed_at && *timeline.closed_at <= limit_;
    if (closed && !(runs_after_resolution() && reading.cycle.is_begun)) {
      if (breached && !is_repair(commitment_.metric)) {
        return conclude(Verdict::breached, timeline.closed_at);
      }
      return unmeasured(FindingCode::closed_unresolved, timeline.closed_at);
    }
    if (breached) return conclude(Verdict::breached, std::nullopt);
    if (timeline.as_of > limit_) return unmeasured(FindingCode::agreement_ended, end);
    conclude(Verdict::pending, std::nullopt);
  }

  /// Reached at the very opening only because it was dated before it. Design F3.
  bool was_reached_before(const Cycle& cycle) const {
    const auto& found = request_.timeline.findings;
    return is_repair(commitment_.metric) && *cycle.stop <= request_.timeline.opened_at &&
           std::find(found.begin(), found.end(), FindingCode::resolved_before_opened) !=
               found.end();
  }

  bool cancellation_agreed() const {
    const auto& marks = request_.timeline.marks;
    return std::any_of(marks.begin(), marks.end(), [](const Mark& mark) {
      return mark.word == EventWord::cancelled && mark.consent;
    });
  }

  const ChainRequest& request_;
  const Terms& terms_;
  const std::vector<Leg>& legs_;
  const Leg& ruling_;
  JudgeStorage& storage_;
  const Agreement& agreement_;
  const Commitment& commitment_;
  Instant limit_;  // nothing later is seen: as_of, or the end of the agreement
};

/// Worse first: what a customer would hold against the provider.
int badness(Verdict verdict) {
  switch (verdict) {
    case Verdict::breached:
      return 3;
    case Verdict::pending:
      return 2;
    case Verdict::not_measurable:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

void read_chain(const ChainRequest& request, const std::vector<Leg>& legs, JudgeStorage& storage,
                bool& waited_unasked) {
  storage.readings.clear();
  const Leg* ruling = ruling_leg(legs);
  if (ruling != nullptr) ChainReader{request, legs, *ruling, storage}.run(waited_unasked);
}

void mark_counted(std::vector<ChainReading>& readings, const Commitment& commitment) {
  const bool each = commitment.reopening.counts == Cycles::each;
  ChainReading* worst = nullptr;
  for (ChainReading& reading : readings) {
    const Cycle& cycle = reading.cycle;
    const bool breached = reading.verdict == Verdict::breached;
    reading.is_counted = cycle.is_apart || (each && !cycle.is_voided);
    if (cycle.is_apart) worst = nullptr;
    if (reading.is_counted || (cycle.is_voided && !breached)) continue;
    const bool worse = worst == nullptr || badness(reading.verdict) > badness(worst->verdict) ||
                       (!breached && badness(reading.verdict) == badness(worst->verdict));
    if (!worse) continue;
    if (worst != nullptr) worst->is_counted = false;
    worst = &reading;
    worst->is_counted = true;
  }
}

}  // namespace vigie
