#include "usecase/reason.h"

#include "engine/base/text.h"

namespace vigie {

std::optional<std::string> reason_from(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(blanks) + 1 - first);
  if (characters_in(text) > most_of_reason) return std::nullopt;
  return std::string{text};
}

Refused reason_refused() {
  return {Refusal::reason_malformed, {{"most", std::to_string(most_of_reason)}}, {}};
}

}  // namespace vigie
