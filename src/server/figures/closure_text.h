// Closures as the texts that are kept, for the use cases.
#pragma once

#include "usecase/figures/closure_text.h"

namespace vigie {

class JsonClosureText final : public ClosureText {
 public:
  Closure read(std::string_view text) const override;
  std::string write(Closure& closure, const Evaluation& evaluation,
                    const Terms& terms) const override;
  std::string digest_of_figures(const Closure& closure) const override;
  std::string line(const Ledger& ledger, const LedgerLine& line, const Terms& terms,
                   const Names& names) const override;
};

}  // namespace vigie
