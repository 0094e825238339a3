#include "server/transport/weight.h"

#include <algorithm>

namespace vigie {

namespace {

/// "1", "0.5", "0.125": thousandths; 0 when it is none of these.
int thousandths_of(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
  int value = text[0] - '0';
  for (std::size_t i = 2; i < 5; ++i) {
    const char digit = i < text.size() ? text[i] : '0';
    if (digit < '0' || digit > '9') return 0;
    value = value * 10 + (digit - '0');
  }
  if (text.size() > 1 && text[1] != '.') return 0;
  return std::min(value, 1'000);
}

}  // namespace

Weighed weighed_item(std::string_view item) {
  const std::size_t end = std::min(item.find(';'), item.size());
  Weighed weighed{.name = item.substr(0, end)};
  while (weighed.name.ends_with(' ') || weighed.name.ends_with('\t')) weighed.name.remove_suffix(1);
  std::string_view rest = item.substr(end);
  while (!rest.empty()) {
    rest.remove_prefix(1);
    while (rest.starts_with(' ') || rest.starts_with('\t')) rest.remove_prefix(1);
    const std::string_view part = rest.substr(0, rest.find(';'));
    if (part.starts_with("q=") || part.starts_with("Q=")) {
      std::string_view value = part.substr(2);
      while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
      weighed.weight = thousandths_of(value);
    }
    rest.remove_prefix(part.size());
  }
  return weighed;
}

Language preferred_language(std::string_view accept_language, Language usual) {
  int best = 0;
  Language language = usual;
  for_each_item(accept_language, [&](std::string_view item) {
    const Weighed weighed = weighed_item(item);
    const std::string_view tag = weighed.name.substr(0, 2);
    if (weighed.name.size() > 2 && weighed.name[2] != '-') return;
    if (weighed.weight <= best) return;
    if (is_same_word(tag, "fr")) language = Language::fr;
    if (is_same_word(tag, "en")) language = Language::en;
    if (is_same_word(tag, "fr") || is_same_word(tag, "en")) best = weighed.weight;
  });
  return language;
}

}  // namespace vigie
