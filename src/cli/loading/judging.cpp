#include "cli/loading/judging.h"

#include "cli/console/progress.h"
#include "vocabulary/page_text.h"

namespace vigie {

Evaluation judge_all(const Loaded& loaded, const JudgingAsked& judging, Session& session) {
  Progress progress{session.console,
                    std::string{word_of(PageText::judging, session.console.language)}};
  auto evaluation = evaluate({.terms = loaded.terms,
                              .histories = loaded.histories,
                              .names = loaded.names,
                              .as_of = loaded.as_of,
                              .known_at = loaded.known_at.value_or(last_instant),
                              .within = judging.within,
                              .keep_verdicts = judging.keep_verdicts,
                              .threads = judging.threads,
                              .outages = &loaded.outages},
                             [&](auto done, auto of) { progress.show(done, of); });
  auto findings = loaded.findings;
  findings.absorb(evaluation.findings);
  evaluation.findings = std::move(findings);
  return evaluation;
}

}  // namespace vigie
