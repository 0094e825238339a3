// The figures of agreements, judged from what is stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/closure/regularise.h"
#include "engine/compliance/evaluate.h"
#include "engine/penalty/ledger.h"
#include "usecase/figures/closure_text.h"
#include "usecase/figures/facts.h"
#include "usecase/figures/passes.h"
#include "usecase/figures/questions.h"

namespace vigie {

struct FiguresAsked {
  std::optional<std::string> agreement;  // reference; none: all that the caller may see
  std::optional<Instant> as_of;          // none: now, by the clock of the database
  std::optional<Instant> known_at;       // none: everything that was recorded
  std::optional<CivilDay> from;          // first and last day of the periods, both included, in the
  std::optional<CivilDay> to;            // zone of the first agreement that is shown
  bool keep_verdicts = false;
  bool with_amounts = true;  // where the caller may see them
};

/// What judges: made once for all the questions.
struct FiguresParts {
  Installation& here;
  TermsShelf& shelf;
  Questions& questions;
  const ClosureText& closures;
};

struct Figures {
  Facts facts;
  Instant as_of;
  std::optional<Instant> known_at;
  std::optional<Interval> within;
  std::vector<bool> shown;        // agreements of the terms, by index
  Evaluation evaluation;          // of the agreements that are shown
  std::optional<Ledger> ledger;   // the same; none: no schedule, or not for the caller to see
  std::vector<Closure> closures;  // closed by `as_of`: their periods are shown as they were closed
  Regularised regularised;        // what moved in them since

  const Terms& terms() const { return facts.terms; }
};

/// Refused, in this order: too_busy, agreement_unknown, parameter_malformed (`to` before `from`).
Outcome<Figures> figures(const FiguresParts& parts, const Caller& caller,
                         const FiguresAsked& asked);

/// The same for whoever has a place among the questions. Refused: what `figures` is, but for
/// too_busy.
Outcome<Figures> figures_in_place(const FiguresParts& parts, const Caller& caller,
                                  const FiguresAsked& asked, const TellProgress& told);

}  // namespace vigie
