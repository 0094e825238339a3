#include "server/figures/closure_text.h"

#include "engine/base/require.h"
#include "notation/closure/closure_file.h"
#include "notation/closure/closure_page.h"
#include "notation/page/ledger.h"

namespace vigie {

Closure JsonClosureText::read(std::string_view text) const {
  auto read = read_closure(text, "closure");
  ensure(read.has_value(), "a closure that was kept can be read");
  return *std::move(read);
}

std::string JsonClosureText::write(Closure& closure, const Evaluation& evaluation,
                                   const Terms& terms) const {
  freeze(closure, {.evaluation = evaluation,
                   .terms = terms,
                   .zones = {},
                   .rows = {},
                   .took = {},
                   .known_at = {},
                   .within = {},
                   .example = {},
                   .program_version = {}});
  return closure_text(closure);
}

std::string JsonClosureText::digest_of_figures(const Closure& closure) const {
  Closure figures = closure;
  figures.basis = {};
  figures.page = {};
  figures.versions.clear();
  for (ClosedTarget& target : figures.targets) target.shown.clear();
  closure_text(figures);
  return figures.digest;
}

std::string JsonClosureText::line(const Ledger& ledger, const LedgerLine& line, const Terms& terms,
                                  const Names& names) const {
  return ledger_line_json(line, {.ledger = ledger, .terms = terms, .names = names});
}

}  // namespace vigie
