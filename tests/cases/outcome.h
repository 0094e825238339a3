// What the engine makes of one reading of a case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/closure/regularise.h"
#include "engine/compliance/evaluate.h"
#include "engine/outlook/outlook.h"
#include "engine/penalty/assess.h"
#include "notation/case/case_file.h"

namespace vigie::cases {

/// The terms of a variant made ready: what is refused, what is pointed out.
struct ReadyTerms {
  Terms terms;
  std::vector<Fault> faults;  // of the documents, then of the set
  std::vector<Warning> warnings;
};
ReadyTerms ready(const CaseTerms& terms, ZoneSource& zones, Names& names);

/// All that a reading can be asked about.
struct Outcome {
  const CaseFile& file;
  const ReadyTerms& terms;
  Evaluation evaluation;
  Ledger ledger;
  Instant as_of;
  Instant known_at;
  std::vector<Closure> closures;  // made by as_of, in order
  Regularised regularised;        // what moved since
};

/// `as_written`: the terms under which periods were closed.
struct JudgedCase {
  const CaseFile& file;
  const ReadyTerms& terms;
  const ReadyTerms& as_written;
};
Outcome judged(const JudgedCase& judged, const CaseReading& reading);

/// Whom an expectation speaks of: "INC-1", "INC-1 resolve cycle 2", "acme@2 resolve 2026-03".
struct Subject {
  std::string ticket;
  std::string agreement;  // empty: whichever
  int version = 0;        // 0: whichever
  std::string target;     // or the word of a metric, when the ticket is judged once by it
  int cycle = 0;          // from 1; 0: the only one, or the one that counts
  std::string period;     // or "total"
  std::string figure;     // "closed", "regularised", "outlook"; empty: as judged now
};
Subject subject_from(std::string_view key, const CaseFile& file);

/// The judgements that a subject names, in order; of several cycles those that count.
std::vector<const Judgement*> judgements_of(const Outcome& outcome, const Subject& subject);
/// The results that a subject names; one a version that has the target.
std::vector<const TargetResult*> results_of(const Outcome& outcome, const Subject& subject);

}  // namespace vigie::cases
