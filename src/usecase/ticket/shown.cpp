#include "usecase/ticket/shown.h"

#include "engine/clock/calculation.h"

namespace vigie {

namespace {

/// Where the last run of ended phases begins.
Instant end_of(const Timeline& timeline) {
  Instant end = timeline.beginning ? timeline.beginning->from : timeline.spans.back().from;
  for (auto span = timeline.spans.rbegin(); span != timeline.spans.rend(); ++span) {
    if (span->phase < Phase::resolved) break;
    end = span->from;
  }
  return end;
}

/// Where the last run of spans of one phase, holder and reason begins.
Instant since(const Timeline& timeline, const Span& last) {
  Instant from = last.from;
  for (auto span = timeline.spans.rbegin(); span != timeline.spans.rend(); ++span) {
    const bool is_same =
        span->phase == last.phase && span->holder == last.holder && span->reason == last.reason;
    if (!is_same) break;
    from = span->from;
  }
  return from;
}

/// To whom the last hand-over gave it; nobody, when that named a team or a party alone.
std::string person_of(const Timeline& timeline, const Names& names) {
  const Event* last = nullptr;
  for (const Event& event : timeline.effective) {
    const bool is_later = last == nullptr || last->at <= event.at;
    if (event.word == EventWord::assigned && is_later) last = &event;
  }
  return last == nullptr ? std::string{} : std::string{names.text(last->person)};
}

void take_attributes(const Timeline& timeline, const Names& names, TicketRow& row) {
  const auto latest = [&](Attribute attribute, std::string& into) {
    for (const Change& change : timeline.changes) {
      if (change.attribute == attribute) into = names.text(change.value);
    }
  };
  latest(Attribute::kind, row.kind);
  latest(Attribute::priority, row.priority);
  latest(Attribute::service, row.service);
  latest(Attribute::site, row.site);
}

}  // namespace

void show_timeline(const Timeline& timeline, const Names& names, TicketRow& row) {
  if (!timeline.is_opened) return;
  const Span& last = timeline.beginning ? *timeline.beginning : timeline.spans.back();
  row.opened_at = timeline.opened_at;
  row.phase = last.phase;
  row.ended_at = std::nullopt;
  if (last.phase >= Phase::resolved) row.ended_at = end_of(timeline);
  row.holder = names.text(last.holder.party);
  row.team = names.text(last.holder.team);
  row.person = person_of(timeline, names);
  row.reason = names.text(last.reason);
  row.since = since(timeline, last);
  row.requested_at = last.phase == Phase::awaiting ? last.requested_at : std::nullopt;
  row.major_at = timeline.major_at;
  row.part_of = names.text(timeline.merged_into ? timeline.merged_into : timeline.parent);
  take_attributes(timeline, names, row);
}

std::optional<Instant> first_due(const std::vector<TicketClockRow>& clocks) {
  std::optional<Instant> first;
  for (const TicketClockRow& clock : clocks) {
    const bool may_be_late =
        clock.verdict == Verdict::pending || clock.verdict == Verdict::breached;
    if (clock.ended_at || !may_be_late) continue;
    const std::optional<Instant> due = clock.breached_at ? clock.breached_at : clock.due_at;
    if (due && (!first || *due < *first)) first = due;
  }
  return first;
}

TicketClockRow clock_row(const Judgement& judgement, const TermsInForce& terms) {
  const Agreement& agreement = terms.terms.agreement(judgement.agreement);
  const Commitment& commitment = agreement.commitments[judgement.commitment];
  TicketClockRow clock{.agreement = agreement.id,
                       .agreement_version = agreement.version,
                       .commitment = commitment.id,
                       .label = commitment.label,
                       .kind = agreement.kind,
                       .metric = commitment.metric,
                       .cycle = judgement.cycle,
                       .verdict = judgement.verdict,
                       .state = judgement.reading.state,
                       .started_at = judgement.reading.started_at,
                       .due_at = judgement.reading.due,
                       .breached_at = judgement.reading.breached_at,
                       .ended_at = judgement.ended_at,
                       .elapsed = judgement.reading.elapsed,
                       .target = judgement.reading.target,
                       .gross = judgement.gross,
                       .standing = judgement.standing,
                       .ground = judgement.ground,
                       .terms = terms.digest,
                       .calculation = calculation_version};
  return clock;
}

}  // namespace vigie
