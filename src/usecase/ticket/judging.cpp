#include "usecase/ticket/judging.h"

#include <algorithm>

#include "engine/base/require.h"
#include "engine/clock/judge.h"
#include "usecase/ticket/shown.h"
#include "usecase/ticket/tied.h"
#include "usecase/warning/timers.h"

namespace vigie {

namespace {

/// Judges tied tickets one after the other with one storage.
class Judge {
 public:
  Judge(const TermsInForce& terms, TiedTickets& tied, JudgedAt at)
      : terms_{terms}, tied_{tied}, at_{at}, relations_{tied.histories, at.as_of, at.known_at} {}

  Judged judge(const TiedTicket& ticket) {
    judgements_.clear();
    Findings findings;
    judge_ticket({.terms = terms_.terms,
                  .history = ticket.history,
                  .relations = relations_,
                  .as_of = at_.as_of,
                  .known_at = at_.known_at,
                  .with_held = false},
                 tied_.names, storage_, judgements_, findings);
    Judged judged{.row = ticket.kept.row, .clocks = {}};
    judged.row.version = 0;
    for (const Event& event : ticket.history.events) {
      if (event.recorded_at <= at_.known_at) judged.row.version = event.sequence;
    }
    show_timeline(storage_.timeline, tied_.names, judged.row);
    for (Judgement& judgement : judgements_) {
      take_claims(terms_.terms, tied_.claims, ticket.kept.row.reference, at_.as_of, judgement);
      TicketClockRow clock = clock_row(judgement, terms_);
      if (clock.standing == Standing::claimed) await_answer(judgement, clock);
      judged.clocks.push_back(std::move(clock));
    }
    judged.row.due_at = first_due(judged.clocks);
    if (!judged.clocks.empty()) tell_hours(judged);
    return judged;
  }

  JustJudged just_judged(const Judged& judged) const {
    const Circumstance& opening = storage_.stretches.front().circumstance;
    return {.row = judged.row,
            .customer = tied_.names.text(opening.customer),
            .clocks = judged.clocks,
            .judgements = judgements_,
            .site = opening.site};
  }

  /// In whose hours the clocks run, and from when they are at risk.
  void tell_hours(Judged& judged) const {
    const Value site = storage_.stretches.front().circumstance.site;
    for (std::size_t i = 0; i < judged.clocks.size(); ++i) {
      judged.clocks[i].hours_site = tied_.names.text(site);
      judged.clocks[i].at_risk_at = at_risk_at(just_judged(judged), i, terms_);
    }
  }

  /// When silence answers the pending claims, and what it says: of the last of them to be answered
  /// when it accepts, since each may leave the ticket out.
  void await_answer(const Judgement& judgement, TicketClockRow& clock) const {
    const Agreement& agreement = terms_.terms.agreement(judgement.agreement);
    for (const RecordedClaim& claim : tied_.claims) {
      const bool is_pending = claim.agreement == clock.agreement && !claim.answered_at &&
                              (claim.commitment.empty() || claim.commitment == clock.commitment);
      if (!is_pending) continue;
      const AwaitedAnswer awaited =
          awaited_answer(claim, agreement.exclusion_rules, terms_.terms.zone(judgement.agreement));
      if (!awaited.until) continue;
      clock.falls_at = std::max(clock.falls_at.value_or(*awaited.until), *awaited.until);
      clock.falls_to = awaited.then;
    }
  }

  /// When the clocks of the ticket that was judged last reach the points of the rules, but for what
  /// was reached before its imports counted.
  std::vector<TimerRow> timers(Connection& rows, Key<TicketRow> ticket,
                               const Judged& judged) const {
    if (judged.clocks.empty()) return {};
    std::vector<TimerRow> timers = timers_of(just_judged(judged), terms_);
    const auto is_passed = [&](const TimerRow& timer) { return timer.fires_at <= at_.as_of; };
    if (std::ranges::none_of(timers, is_passed)) return timers;
    const auto silent = silent_until(rows, ticket);
    std::erase_if(timers, [&](const TimerRow& timer) {
      return silent && is_passed(timer) && timer.fires_at <= *silent;
    });
    return timers;
  }

  /// Of the ticket that was judged last.
  const std::vector<Judgement>& judgements() const { return judgements_; }

 private:
  const TermsInForce& terms_;
  TiedTickets& tied_;
  JudgedAt at_;
  Relations relations_;
  JudgeStorage storage_;
  std::vector<Judgement> judgements_;
};

}  // namespace

Judged judge_again(Act& act, const TermsInForce& terms, Key<TicketRow> ticket) {
  return judge_again({.rows = act.rows(), .as_of = act.at(), .touched = act.number()}, terms,
                     ticket);
}

Judged judge_again(const Judging& judging, const TermsInForce& terms, Key<TicketRow> ticket) {
  TiedTickets tied = read_tied(judging.rows, terms, {.ticket = ticket});
  Judge judge{terms, tied, {.as_of = judging.as_of}};
  std::optional<Judged> first;
  for (const TiedTicket& each : tied.tickets) {
    Judged judged = judge.judge(each);
    if (judging.touched) judged.row.touched = *judging.touched;
    const bool is_changed =
        change_ticket_row(judging.rows, each.kept.key, judged.row, each.kept.row.version);
    ensure(is_changed, "a ticket that was just read is there");
    keep_clocks(judging.rows, each.kept.key, judged.clocks);
    keep_timers(judging.rows, each.kept.key, judge.timers(judging.rows, each.kept.key, judged));
    if (!first) first = std::move(judged);
  }
  return *std::move(first);
}

Instant ClaimsEnd::day_of(Instant at) const {
  const auto day = std::chrono::floor<std::chrono::days>(zone->civil(at));
  return zone->instant_of_edge(CivilTime{day});
}

std::vector<ClaimsEnd> claims_for(Connection& rows, const TermsInForce& terms,
                                  Key<TicketRow> ticket, JudgedAt at,
                                  const CommitmentNamed& named) {
  TiedTickets tied = read_tied(rows, terms, {.ticket = ticket, .as_of = at.as_of});
  Judge judge{terms, tied, at};
  judge.judge(tied.first());
  std::vector<ClaimsEnd> ends;
  for (const Judgement& judgement : judge.judgements()) {
    const Agreement& agreement = terms.terms.agreement(judgement.agreement);
    const Commitment& commitment = agreement.commitments[judgement.commitment];
    const bool is_named = agreement.id == named.agreement &&
                          (named.commitment.empty() || commitment.id == named.commitment);
    if (!is_named) continue;
    ends.push_back({.until = claims_until(terms.terms, judgement),
                    .zone = &terms.terms.zone(judgement.agreement)});
  }
  return ends;
}

Judged judged_at(Connection& rows, const TermsInForce& terms, Key<TicketRow> ticket, JudgedAt at) {
  TiedTickets tied =
      read_tied(rows, terms, {.ticket = ticket, .as_of = at.as_of, .known_at = at.known_at});
  return Judge{terms, tied, at}.judge(tied.first());
}

}  // namespace vigie
