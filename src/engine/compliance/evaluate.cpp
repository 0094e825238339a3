#include "engine/compliance/evaluate.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "engine/compliance/attain.h"
#include "engine/compliance/availability_attain.h"

namespace vigie {

namespace {

/// What came of one commitment: an outcome a judgement that counts, and who was late.
struct Record {
  std::vector<Outcome> outcomes;
  std::vector<LateTicket> late;  // only for an agreement with a penalty schedule
};
using Records = std::vector<std::vector<Record>>;  // by agreement, then commitment

/// What came of neighbouring tickets.
struct Block {
  Records records;
  std::vector<Judgement> verdicts;
  std::vector<BriefVerdict> brief;
  Findings findings;
};

Records room_for(const Terms& terms) {
  Records records;
  for (const Agreement& agreement : terms.agreements()) {
    records.emplace_back(agreement.commitments.size());
  }
  return records;
}

/// `major_parent`: of a child of a major incident; else none.
LateTicket late_ticket(const Judgement& judgement, Id<Ticket> major_parent) {
  const Reading& reading = judgement.reading;
  return {.ticket = judgement.ticket,
          .incident = major_parent ? major_parent : judgement.ticket,
          .due = reading.due ? reading.due : reading.breached_at,
          .ended_at = judgement.ended_at,
          .overrun = std::max(reading.elapsed - reading.target, Duration{0})};
}

Outcome outcome_of(const Judgement& judgement) {
  return {.opened_at = judgement.opened_at,
          .breached_at = judgement.reading.breached_at,
          .ended_at = judgement.ended_at,
          .verdict = judgement.gross,
          .standing = judgement.standing,
          .elapsed = judgement.reading.elapsed};
}

/// Judges blocks of tickets until none is left; any number of threads may run it at once.
class Judging {
 public:
  Judging(const EvaluateRequest& request, bool keeps_brief)
      : request_(request),
        keeps_brief_(keeps_brief),
        tickets_(request.histories.tickets()),
        relations_(request.histories, request.as_of, request.known_at),
        blocks_((tickets_.size() + request.together - 1) / request.together) {}

  std::vector<Block>& blocks() { return blocks_; }

  template <class Report>
  void work(const Report& report) try {
    JudgeStorage storage;
    History history;
    std::vector<Judgement> judgements;
    while (!has_failed_) {
      const std::size_t taken = next_++;
      if (taken >= blocks_.size()) return;
      Block& block = blocks_[taken];
      block.records = room_for(request_.terms);
      const std::size_t from = taken * request_.together;
      const std::size_t to = std::min(from + request_.together, tickets_.size());
      for (std::size_t i = from; i < to; ++i) {
        tickets_.read(i, history);
        judgements.clear();
        judge(history, storage, judgements, block);
        if (keeps_brief_) keep(judgements, static_cast<std::uint32_t>(i), block);
      }
      done_ += to - from;
      report(done_);
    }
  } catch (...) {
    if (!has_failed_.exchange(true)) failure_ = std::current_exception();
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void judge(const History& history, JudgeStorage& storage, std::vector<Judgement>& judgements,
             Block& block) const {
    judge_ticket({.terms = request_.terms,
                  .history = history,
                  .relations = relations_,
                  .as_of = request_.as_of,
                  .known_at = request_.known_at,
                  .with_held = request_.keep_verdicts},
                 request_.names, storage, judgements, block.findings);
    for (Judgement& judgement : judgements) {
      if (judgement.is_counted) {
        count(judgement, storage.timeline.parent,
              block.records[judgement.agreement][judgement.commitment]);
      }
      if (request_.keep_verdicts) block.verdicts.push_back(judgement);
    }
  }

  static void keep(const std::vector<Judgement>& judgements, std::uint32_t rank, Block& block) {
    for (const Judgement& judgement : judgements) {
      if (!judgement.is_counted) continue;
      block.brief.push_back({.ticket = judgement.ticket,
                             .rank = rank,
                             .agreement = judgement.agreement,
                             .commitment = judgement.commitment,
                             .verdict = judgement.verdict});
    }
  }

  void count(const Judgement& judgement, Id<Ticket> parent, Record& record) const {
    Outcome outcome = outcome_of(judgement);
    if (judgement.gross == Verdict::breached &&
        request_.terms.agreement(judgement.agreement).penalties) {
      outcome.late = static_cast<std::int32_t>(record.late.size());
      const bool is_child = relations_.is_major(parent);
      record.late.push_back(late_ticket(judgement, is_child ? parent : Id<Ticket>{}));
    }
    record.outcomes.push_back(outcome);
  }

  const EvaluateRequest& request_;
  bool keeps_brief_;
  Tickets tickets_;
  Relations relations_;
  std::vector<Block> blocks_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::exception_ptr failure_;  // of the thread that set `has_failed_`
};

/// Each block once, by all the threads asked for; this one is among them.
void judge_blocks(const EvaluateRequest& request, Judging& judging,
                  const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t asked = request.threads == 0 ? cores : request.threads;
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(asked, judging.blocks().size()); ++i) {
      others.emplace_back([&judging] { judging.work([](std::uint64_t) {}); });
    }
    judging.work([&](std::uint64_t done) {
      if (progress) progress(done, request.histories.tickets().size());
    });
  }
  judging.rethrow();
}

template <class T>
void append(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  more = {};
}

void append(Record& all, Record& more) {
  const auto late_before = static_cast<std::int32_t>(all.late.size());
  for (Outcome& outcome : more.outcomes) {
    if (outcome.late >= 0) outcome.late += late_before;
  }
  append(all.outcomes, more.outcomes);
  append(all.late, more.late);
}

/// In the order of the tickets, whoever judged them.
Records reduce(const EvaluateRequest& request, std::vector<Block>& blocks, Evaluation& evaluation) {
  Records all = room_for(request.terms);
  for (Block& block : blocks) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = 0; k < all[i].size(); ++k) append(all[i][k], block.records[i][k]);
    }
    append(evaluation.verdicts, block.verdicts);
    evaluation.findings.absorb(block.findings);
  }
  return all;
}

void attain_all(const EvaluateRequest& request, const Records& records, Evaluation& evaluation) {
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const Agreement& agreement = request.terms.agreement(i);
    for (std::uint32_t k = 0; k < records[i].size(); ++k) {
      TargetResult result = attain({.agreement = agreement,
                                    .commitment = agreement.commitments[k],
                                    .zone = request.terms.zone(i),
                                    .holding = request.terms.holding(i),
                                    .outcomes = records[i][k].outcomes,
                                    .as_of = request.as_of,
                                    .within = request.within,
                                    .late = &records[i][k].late});
      result.agreement = i;
      result.commitment = k;
      evaluation.targets.push_back(std::move(result));
    }
  }
}

}  // namespace

Evaluation evaluate(const EvaluateRequest& request,
                    const std::function<void(std::uint64_t, std::uint64_t)>& progress,
                    std::vector<BriefVerdict>* brief) {
  Evaluation evaluation;
  evaluation.as_of = request.as_of;
  evaluation.tickets = request.histories.tickets().size();
  evaluation.events = request.histories.event_count();
  Judging judging{request, brief != nullptr};
  judge_blocks(request, judging, progress);
  if (brief != nullptr) {
    for (Block& block : judging.blocks()) append(*brief, block.brief);
  }
  const Records records = reduce(request, judging.blocks(), evaluation);
  attain_all(request, records, evaluation);
  attain_availability(request, evaluation);
  return evaluation;
}

}  // namespace vigie
