#include "cli/explain_page.h"

#include <algorithm>
#include <ostream>

#include "notation/json/json_writer.h"
#include "notation/page/explanation.h"
#include "notation/page/rfc3339.h"
#include "notation/page/table.h"

namespace vigie {

namespace {

void print_json(const ExplainPage& page, Console& console) {
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, value] : page.about) json.field(name, value);
  json.field("as_of", rfc3339(page.as_of)).key("explanations").begin_array();
  for (const auto& derivation : page.derivations) {
    write_explanation(json, derivation, console.language);
  }
  json.end_array().end_object();
  console.out << json.take() << "\n";
}

std::string rule(const PageStyle& style) {
  std::string line;
  for (std::size_t i = 0; i < std::min<std::size_t>(style.width, 100); ++i) line += "─";
  return toned(line, Tone::faint, style.colours) + "\n";
}

}  // namespace

void print_explanations(const ExplainPage& page, Console& console) {
  if (page.as_json) return print_json(page, console);
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
