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

}  // namespace

void show_timeline(const Timeline& timeline, const Names& names, TicketRow& row) {
  if (!timeline.is_opened) return;
  row.opened_at = timeline.opened_at;
  const Span& last = timeline.beginning ? *timeline.beginning : timeline.spans.back();
  row.phase = last.phase;
  row.ended_at = std::nullopt;
  if (last.phase >= Phase::resolved) row.ended_at = end_of(timeline);
  row.holder = names.text(last.holder.party);
  row.team = names.text(last.holder.team);
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

TicketClockRow clock_row(const Judgement& judgement, const TermsInForce& terms) {
  const Agreement& agreement = terms.terms.agreement(judgement.agreement);
  const Commitment& commitment = agreement.commitments[judgement.commitment];
  return {.agreement = agreement.id,
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
          .terms = terms.digest,
          .calculation = calculation_version};
}

}  // namespace vigie
