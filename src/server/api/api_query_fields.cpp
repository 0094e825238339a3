#include "server/api/api_query_fields.h"

#include <algorithm>

namespace vigie::query_fields {

namespace {

/// What JSON has without quotes: a number, true or false. Anything else is told as a text, which
/// the reader of the member refuses.
bool is_plain(std::string_view text) {
  if (text == "true" || text == "false") return true;
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  constexpr std::size_t longest = 18;
  return !digits.empty() && digits.size() <= longest && (digits == "0" || digits.front() != '0') &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Outcome<std::string> json_of(const Call& call, std::span<const KnownParameter> known,
                             std::span<const std::string_view> aside) {
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, value] : call.query.all()) {
    if (std::ranges::find(aside, name) != aside.end()) continue;
    const auto found = std::ranges::find(known, name, &KnownParameter::name);
    if (found == known.end()) {
      return Refused{Refusal::parameter_unknown, {{"parameter", told_name(name)}}, {}};
    }
    json.key(name);
    if (!found->is_text && is_plain(value)) {
      json.raw(value);
    } else {
      json.value(value);
    }
  }
  return json.end_object().take();
}

Refused refusal_of(const Call& call, const JsonRoad& road) {
  const JsonFault& fault = road.faults().front();
  // Of one that is not there, the whole is at fault, and names it.
  const bool is_missing = fault.kind == JsonFaultKind::member_missing;
  const std::string name =
      is_missing ? fault.arguments.front().second
                 : fault.pointer.substr(std::min<std::size_t>(1, fault.pointer.size()));
  const std::string text{call.query.of(name).value_or("")};
  return {.refusal = Refusal::parameter_malformed,
          .arguments = {{"parameter", name}, {"text", told_name(text)}},
          .faults = {}};
}

}  // namespace vigie::query_fields
