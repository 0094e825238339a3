#include "server/api/asking.h"

#include <algorithm>
#include <charconv>

#include "engine/base/digest.h"
#include "server/problem.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

std::optional<std::int64_t> whole_from(std::string_view text) {
  std::int64_t whole = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return whole;
}

}  // namespace

Response refusal_response(const Call& call, const Refused& refused) {
  std::vector<ToldFault> errors;
  for (const Fault& fault : refused.faults) {
    const bool is_profile = fault.place.file == "profile";
    errors.push_back({.pointer = is_profile ? "/profile" : "/document",
                      .code = key_of(fault.code),
                      .detail = message_of(fault, call.language),
                      .line = fault.place.line,
                      .column = fault.place.column});
  }
  return problem({.refusal = refused.refusal,
                  .arguments = refused.arguments,
                  .errors = std::move(errors),
                  .language = call.language,
                  .request_id = call.request.id});
}

JsonBounds body_bounds(const Limits& limits) {
  return {.items = limits.size(Limit::list_items),
          .characters = limits.size(Limit::text_characters)};
}

JsonBounds body_bounds(const Call& call) { return body_bounds(call.limits); }

Response body_refusal(const Call& call, const JsonRoad& road) {
  std::vector<ToldFault> errors;
  for (const JsonFault& fault : road.faults()) {
    errors.push_back({.pointer = fault.pointer,
                      .code = key_of(fault.kind),
                      .detail = message_of(fault, call.language)});
  }
  return problem({.refusal = Refusal::body_not_understood,
                  .arguments = {},
                  .errors = std::move(errors),
                  .language = call.language,
                  .request_id = call.request.id});
}

std::optional<Refused> media_refusal(const Call& call) {
  const std::string_view type = call.request.fields.of("content-type");
  std::string_view bare = type.substr(0, type.find(';'));
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  if (is_same_word(bare, "application/json")) return std::nullopt;
  return refused(Refusal::media_type_unknown);
}

Outcome<std::int64_t> version_asked(const Call& call) {
  const std::string_view tag = call.request.fields.of("if-match");
  if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') {
    if (const auto version = whole_from(tag.substr(1, tag.size() - 2))) return *version;
  }
  return refused(Refusal::version_missing);
}

Outcome<ListAsked> page_asked(const Call& call, bool is_searched,
                              std::span<const std::string_view> others) {
  ListAsked asked;
  for (const auto& [name, value] : call.query.all()) {
    if (name == "cursor") {
      asked.cursor = value;
    } else if (name == "search" && is_searched) {
      asked.search = value;
    } else if (name == "limit") {
      const auto limit = whole_from(value);
      if (!limit || *limit < 1 || *limit > most_of_page) {
        return refused(Refusal::parameter_malformed, {{"parameter", name}, {"text", value}});
      }
      asked.most = *limit;
    } else if (std::ranges::find(others, name) == others.end()) {
      return refused(Refusal::parameter_unknown, {{"parameter", name}});
    }
  }
  return asked;
}

Outcome<std::string> key_asked(const Call& call) {
  constexpr std::size_t longest = 128;
  const std::string_view key = call.request.fields.of("idempotency-key");
  const bool is_visible =
      key.size() <= longest && std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7F; });
  const bool is_empty = key.empty() && call.request.fields.count("idempotency-key") > 0;
  if (!is_visible || is_empty) return refused(Refusal::idempotency_key_malformed);
  return std::string{key};
}

std::string digest_of_request(const Request& request) {
  Digest digest;
  digest.add(key_of(request.method));
  digest.add(" " + request.path + "\n");
  digest.add(request.body);
  return digest.text();
}

}  // namespace vigie
