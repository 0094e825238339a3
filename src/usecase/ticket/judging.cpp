#include "usecase/ticket/judging.h"

#include <algorithm>
#include <map>

#include "engine/base/require.h"
#include "engine/clock/calculation.h"
#include "engine/clock/judge.h"

namespace vigie {

namespace {

constexpr std::size_t most_tied = 100;

/// Tickets that speak of each other, read once.
class TiedTickets {
 public:
  TiedTickets(const Judging& judging, const TermsInForce& terms)
      : judging_{judging},
        rows_{judging.rows},
        terms_{terms},
        names_{terms.names.columns(), nullptr} {}

  void read(Key<TicketRow> first) {
    add(first);
    for (std::size_t i = 0; i < kept_.size() && kept_.size() < most_tied; ++i) {
      for (const Key<TicketRow> other : tied_tickets(rows_, kept_[i].kept)) {
        const bool is_known =
            std::ranges::any_of(kept_, [&](const Tied& tied) { return tied.kept.key == other; });
        if (!is_known && kept_.size() < most_tied) add(other);
      }
    }
  }

  Judged judge() {
    const Instant as_of = judging_.as_of;
    const Relations relations{histories_, as_of};
    Judged first;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      Judged judged = judge_one(kept_[i], relations, as_of);
      if (i == 0) first = std::move(judged);
    }
    return first;
  }

 private:
  struct Tied {
    KeptTicket kept;
    History history;
  };

  void add(Key<TicketRow> key) {
    Tied tied{.kept = ticket_by_key(rows_, key), .history = {}};
    tied.history.ticket = names_.intern<Ticket>(tied.kept.row.reference);
    read_history(rows_, key, names_, tied.history);
    histories_.append(tied.history.ticket, tied.history.events);
    kept_.push_back(std::move(tied));
  }

  Judged judge_one(Tied& tied, const Relations& relations, Instant as_of) {
    judgements_.clear();
    Findings findings;
    judge_ticket({.terms = terms_.terms,
                  .history = tied.history,
                  .relations = relations,
                  .as_of = as_of,
                  .with_held = false},
                 names_, storage_, judgements_, findings);
    Judged judged{.row = row_now(tied), .clocks = {}};
    for (const Judgement& judgement : judgements_) judged.clocks.push_back(clock_of(judgement));
    write(tied, judged);
    return judged;
  }

  /// What the timeline, which the judge has left in its storage, says of the end.
  TicketRow row_now(const Tied& tied) {
    const Timeline& timeline = storage_.timeline;
    TicketRow row = tied.kept.row;
    row.version = tied.history.events.back().sequence;
    if (judging_.touched) row.touched = *judging_.touched;
    if (!timeline.is_opened) return row;
    row.opened_at = timeline.opened_at;
    const Span& last = timeline.beginning ? *timeline.beginning : timeline.spans.back();
    row.phase = last.phase;
    row.ended_at = std::nullopt;
    if (last.phase >= Phase::resolved) row.ended_at = end_of(timeline);
    row.holder = names_.text(last.holder.party);
    row.team = names_.text(last.holder.team);
    const auto latest = [&](Attribute attribute, std::string& into) {
      for (const Change& change : timeline.changes) {
        if (change.attribute == attribute) into = names_.text(change.value);
      }
    };
    latest(Attribute::kind, row.kind);
    latest(Attribute::priority, row.priority);
    latest(Attribute::service, row.service);
    latest(Attribute::site, row.site);
    return row;
  }

  /// Where the last run of ended phases begins.
  static Instant end_of(const Timeline& timeline) {
    Instant end = timeline.beginning ? timeline.beginning->from : timeline.spans.back().from;
    for (auto span = timeline.spans.rbegin(); span != timeline.spans.rend(); ++span) {
      if (span->phase < Phase::resolved) break;
      end = span->from;
    }
    return end;
  }

  TicketClockRow clock_of(const Judgement& judgement) const {
    const Agreement& agreement = terms_.terms.agreement(judgement.agreement);
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
            .terms = terms_.digest,
            .calculation = calculation_version};
  }

  void write(const Tied& tied, const Judged& judged) {
    const bool is_changed =
        change_ticket_row(rows_, tied.kept.key, judged.row, tied.kept.row.version);
    ensure(is_changed, "a ticket that was just read is there");
    keep_clocks(rows_, tied.kept.key, judged.clocks);
  }

  const Judging& judging_;
  Connection& rows_;
  const TermsInForce& terms_;
  Names names_;
  Histories histories_;
  std::vector<Tied> kept_;
  JudgeStorage storage_;
  std::vector<Judgement> judgements_;
};

}  // namespace

Judged judge_again(Act& act, const TermsInForce& terms, Key<TicketRow> ticket) {
  return judge_again({.rows = act.rows(), .as_of = act.at(), .touched = act.number()}, terms,
                     ticket);
}

Judged judge_again(const Judging& judging, const TermsInForce& terms, Key<TicketRow> ticket) {
  TiedTickets tied{judging, terms};
  tied.read(ticket);
  return tied.judge();
}

}  // namespace vigie
