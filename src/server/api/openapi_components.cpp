// What operations share: schemas, parameters, headers, refusals.
#include <algorithm>

#include "server/api/asking.h"
#include "server/api/openapi.h"
#include "server/api/openapi_parts.h"
#include "server/api/route_refusals.h"
#include "server/problem.h"

namespace vigie {

namespace {

void write_codes(JsonWriter& json, std::span<const Refusal> refusals) {
  json.key("code").begin_object().field("type", "string").key("enum").begin_array();
  for (const Refusal refusal : refusals) json.value(key_of(refusal));
  json.end_array().end_object();
}

void write_page_schema(JsonWriter& json, std::string_view title) {
  json.begin_object().field("type", "object").field("additionalProperties", false);
  json.key("properties").begin_object();
  json.key("items").begin_object().field("type", "array");
  json.field("maxItems", most_of_page).key("items");
  refer(json, "schemas", title);
  json.end_object().key("next").begin_object().field("type", "string");
  json.field("description", "Cursor of the next page; missing on the last one.").end_object();
  json.end_object().key("required").begin_array().value("items").end_array().end_object();
}

/// Texts of answers are not bounded: they are ours. A struct that is taken and given is bounded.
void write_shapes(JsonWriter& json, const std::vector<Route>& routes, const JsonBounds& bounds) {
  NamedSchemas given;
  add_problem_schemas(given);
  NamedSchemas taken;
  std::map<std::string, std::string_view> pages;
  for (const Route& route : routes) {
    if (route.takes.add_schemas != nullptr) route.takes.add_schemas(taken);
    if (route.gives.add_schemas != nullptr) route.gives.add_schemas(given);
    if (route.gives.is_page) pages.emplace(answer_title(route.gives), route.gives.title);
  }
  for (const auto& [title, schema] : taken) {
    json.key(title);
    schema(json, bounds);
  }
  for (const auto& [title, schema] : given) {
    if (taken.contains(title)) continue;
    json.key(title);
    schema(json, {.items = 0, .characters = 0});
  }
  for (const auto& [title, of_item] : pages) {
    json.key(title);
    write_page_schema(json, of_item);
  }
}

struct ParameterLine {
  std::string_view component;
  std::string_view name;
  std::string_view in;
  bool is_required;
  std::string_view meaning;
};

constexpr ParameterLine parameter_lines[] = {
    {"cursor", "cursor", "query", false, "`next` of the page before; without it, the first page."},
    {"search", "search", "query", false,
     "Words, each in the name or at the beginning of the reference; accents and capitals do not "
     "matter."},
    {"if_match", "If-Match", "header", true, "The version to change, as its ETag tells it: \"3\"."},
    {"if_none_match", "If-None-Match", "header", false,
     "The ETag that is known already: when it still holds, the answer is 304 without a body."},
    {"idempotency_key", "Idempotency-Key", "header", false,
     "1 to 128 visible characters, best random: sent again with it, the request is answered as the "
     "first time and nothing is added."},
    {"accept_language", "Accept-Language", "header", false,
     "Languages of sentences for people: en, fr."},
};

void write_parameters(JsonWriter& json) {
  json.key("parameters").begin_object();
  json.key("limit").begin_object().field("name", "limit").field("in", "query");
  json.field("description", "How many on the page.").key("schema").begin_object();
  json.field("type", "integer").field("minimum", 1).field("maximum", most_of_page);
  json.field("default", ListAsked{}.most).end_object().end_object();
  for (const ParameterLine& line : parameter_lines) {
    json.key(line.component).begin_object().field("name", line.name).field("in", line.in);
    if (line.is_required) json.field("required", true);
    json.field("description", line.meaning);
    json.key("schema").begin_object().field("type", "string").end_object().end_object();
  }
  json.end_object();
}

void write_header(JsonWriter& json, std::string_view name, std::string_view meaning) {
  json.key(name).begin_object().field("description", meaning).key("schema").begin_object();
  json.field("type", "string").end_object().end_object();
}

void write_headers(JsonWriter& json) {
  json.key("headers").begin_object();
  write_header(json, "language", "Language of the sentences.");
  write_header(json, "location", "Where it is from now on.");
  write_header(json, "request_id", "Names the request, here and in the log.");
  write_header(json, "retry_after", "Seconds after which to ask again.");
  write_header(json, "version", "The version of the thing, for If-Match: \"3\".");
  json.end_object();
}

void write_ways_in(JsonWriter& json) {
  json.key("securitySchemes").begin_object();
  json.key("session").begin_object().field("type", "apiKey").field("in", "cookie");
  json.field("name", "vigie_session");
  json.field("description", "The cookie of a session, for browsers.").end_object();
  json.key("token").begin_object().field("type", "http").field("scheme", "bearer");
  json.field("description", "A token, for programs: `Authorization: Bearer`.").end_object();
  json.end_object();
}

void write_shared_refusals(JsonWriter& json, const std::vector<Route>& routes) {
  std::map<std::string, std::vector<Refusal>> shared;
  for (const Route& route : routes) {
    for (const auto& [status, refusals] : by_status(refusals_of(route))) {
      shared.emplace(shared_name(refusals), refusals);
    }
  }
  shared.erase(std::string{});
  json.key("responses").begin_object();
  for (const auto& [name, refusals] : shared) {
    json.key(name);
    write_refusals(json, refusals);
  }
  json.end_object();
}

}  // namespace

void refer(JsonWriter& json, std::string_view folder, std::string_view name) {
  const std::string target = "#/components/" + std::string{folder} + "/" + std::string{name};
  json.begin_object().field("$ref", target).end_object();
}

std::string shared_name(std::span<const Refusal> refusals) {
  if (refusals.size() == 1) return std::string{key_of(refusals.front())};
  const int status = status_of(refusals.front());
  const auto of_transport = by_status(transport_refusals());
  const auto same = of_transport.find(status);
  const bool is_shared = same != of_transport.end() && std::ranges::equal(same->second, refusals);
  return is_shared ? "refused_" + std::to_string(status) : std::string{};
}

std::map<int, std::vector<Refusal>> by_status(std::span<const Refusal> refusals) {
  std::map<int, std::vector<Refusal>> grouped;
  for (const Refusal refusal : refusals) grouped[status_of(refusal)].push_back(refusal);
  return grouped;
}

void write_refusals(JsonWriter& json, std::span<const Refusal> refusals) {
  constexpr int unavailable = 503;
  const int status = status_of(refusals.front());
  std::string meaning{phrase_of(status)};
  json.begin_object().field("description", meaning).key("headers").begin_object();
  json.key("Content-Language");
  refer(json, "headers", "language");
  json.key("X-Request-Id");
  refer(json, "headers", "request_id");
  if (status == unavailable) {
    json.key("Retry-After");
    refer(json, "headers", "retry_after");
  }
  json.end_object().key("content").begin_object().key("application/problem+json").begin_object();
  json.key("schema").begin_object().key("allOf").begin_array();
  refer(json, "schemas", "Problem");
  json.begin_object().field("type", "object").key("properties").begin_object();
  json.key("status").begin_object().field("type", "integer").field("const", status).end_object();
  write_codes(json, refusals);
  json.end_object().end_object().end_array().end_object().end_object().end_object().end_object();
}

void write_components(JsonWriter& json, const std::vector<Route>& routes,
                      const JsonBounds& bounds) {
  json.key("components").begin_object().key("schemas").begin_object();
  write_shapes(json, routes, bounds);
  json.end_object();
  write_parameters(json);
  write_headers(json);
  write_shared_refusals(json, routes);
  write_ways_in(json);
  json.end_object();
}

}  // namespace vigie
