#include "cli/explain_page.h"

#include <algorithm>
#include <ostream>

#include "notation/page/explanation.h"
#include "notation/page/table.h"

namespace vigie {

namespace {

std::string rule(const PageStyle& style) {
  std::string line;
  for (std::size_t i = 0; i < std::min<std::size_t>(style.width, 100); ++i) line += "─";
  return toned(line, Tone::faint, style.colours) + "\n";
}

}  // namespace

void print_explanations(const ExplainPage& page, Console& console) {
  if (page.as_json) {
    console.out << explanations_json(page.about, page.as_of, page.derivations, console.language);
    return;
  }
  const PageStyle style{.language = console.language,
                        .width = static_cast<std::size_t>(console.columns),
                        .colours = console.colours};
  for (const auto& derivation : page.derivations) {
    if (&derivation != &page.derivations.front()) {
      console.out << "\n";
      if (page.ruled) console.out << rule(style) << "\n";
    }
    console.out << explanation_text(derivation, style);
  }
}

}  // namespace vigie
