#include "engine/base/fill.h"

#include <algorithm>

namespace vigie {

std::string fill(std::string_view sentence,
                 const std::vector<std::pair<std::string, std::string>>& arguments) {
  std::string text;
  while (!sentence.empty()) {
    const auto opening = sentence.find('{');
    const auto closing = opening == std::string_view::npos ? opening : sentence.find('}', opening);
    if (closing == std::string_view::npos) return text.append(sentence);
    const auto name = sentence.substr(opening + 1, closing - opening - 1);
    const auto argument = std::find_if(arguments.begin(), arguments.end(),
                                       [&](const auto& pair) { return pair.first == name; });
    text.append(sentence.substr(0, opening));
    if (argument == arguments.end()) {
      text.append(sentence.substr(opening, closing - opening + 1));
    } else {
      text.append(argument->second);
    }
    sentence.remove_prefix(closing + 1);
  }
  return text;
}

}  // namespace vigie
