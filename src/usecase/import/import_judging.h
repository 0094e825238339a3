// Tickets of a file, judged before they are kept.
#pragma once

#include "engine/clock/judge.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/import/told_file.h"

namespace vigie {

/// Judges the tickets of one file, one after the other. Those that they are tied to are looked for
/// in the file alone.
class ImportJudge {
 public:
  /// `histories` and `names` are those of `file`; `names` began with those of `terms`. All live
  /// longer.
  ImportJudge(const TermsInForce& terms, const ToldFile& file, const Histories& histories,
              const Names& names, Instant as_of)
      : terms_{terms}, file_{file}, names_{names}, as_of_{as_of}, relations_{histories, as_of} {}

  /// What a new ticket shows, with its clocks; without a key. Source: design E3.
  LoadedTicket judge(const TicketOfFile& ticket);

 private:
  const TermsInForce& terms_;
  const ToldFile& file_;
  const Names& names_;
  Instant as_of_;
  Relations relations_;
  JudgeStorage storage_;
  std::vector<Judgement> judgements_;
};

}  // namespace vigie
