#include "engine/compliance/evaluate.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "engine/compliance/attain.h"
#include "engine/compliance/availability_attain.h"

namespace vigie {

namespace {

using Books = std::vector<std::vector<PeriodBook>>;        // by agreement, then commitment
using AllBookTerms = std::vector<std::vector<BookTerms>>;  // the same

/// What came of neighbouring tickets.
struct Block {
  Books books;
  std::vector<Judgement> verdicts;
  std::vector<BriefVerdict> brief;
  Findings findings;
};

AllBookTerms all_book_terms(const EvaluateRequest& request) {
  AllBookTerms all;
  const auto& agreements = request.terms.agreements();
  for (std::uint32_t i = 0; i < agreements.size(); ++i) {
    auto& of_agreement = all.emplace_back();
    for (const Commitment& commitment : agreements[i].commitments) {
      of_agreement.push_back(book_terms(agreements[i], commitment, request.terms.zone(i),
                                        request.terms.holding(i), request.as_of, request.within));
    }
  }
  return all;
}

Books new_books(const AllBookTerms& terms) {
  Books books;
  for (const auto& of_agreement : terms) {
    books.emplace_back(of_agreement.begin(), of_agreement.end());
  }
  return books;
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

JudgementOutcome outcome_of(const Judgement& judgement) {
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
        terms_(all_book_terms(request)),
        blocks_((tickets_.size() + request.together - 1) / request.together) {}

  std::vector<Block>& blocks() { return blocks_; }
  Books empty_books() const { return new_books(terms_); }

  template <class Report>
  void work(const Report& report) try {
    JudgeStorage storage;
    History history;
    std::vector<Judgement> judgements;
    while (!has_failed_) {
      const std::size_t taken = next_++;
      if (taken >= blocks_.size()) return;
      Block& block = blocks_[taken];
      block.books = empty_books();
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
        count(judgement, block.books[judgement.agreement][judgement.commitment]);
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

  void count(const Judgement& judgement, PeriodBook& book) const {
    const bool may_cost = judgement.gross == Verdict::breached &&
                          request_.terms.agreement(judgement.agreement).penalties;
    if (!may_cost) return book.take(outcome_of(judgement), nullptr);
    const LateTicket late = late_ticket(judgement, relations_.root_of(judgement.ticket));
    book.take(outcome_of(judgement), &late);
  }

  const EvaluateRequest& request_;
  bool keeps_brief_;
  Tickets tickets_;
  Relations relations_;
  AllBookTerms terms_;
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

/// In the order of the tickets, whoever judged them.
Books reduce(Judging& judging, Evaluation& evaluation) {
  Books all = judging.empty_books();
  for (Block& block : judging.blocks()) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = 0; k < all[i].size(); ++k) {
        all[i][k].absorb(std::move(block.books[i][k]));
      }
    }
    move_behind(evaluation.verdicts, block.verdicts);
    evaluation.findings.absorb(block.findings);
    block = {};
  }
  return all;
}

void attain_all(Books books, Evaluation& evaluation) {
  for (std::uint32_t i = 0; i < books.size(); ++i) {
    for (std::uint32_t k = 0; k < books[i].size(); ++k) {
      TargetResult result = attain(std::move(books[i][k]));
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
    for (Block& block : judging.blocks()) move_behind(*brief, block.brief);
  }
  attain_all(reduce(judging, evaluation), evaluation);
  attain_availability(request, evaluation);
  return evaluation;
}

}  // namespace vigie
