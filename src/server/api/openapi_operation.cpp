// One operation: a route as OpenAPI tells it.
#include "server/api/openapi.h"
#include "server/api/openapi_parts.h"
#include "server/api/route_refusals.h"
#include "server/transport/response.h"

namespace vigie {

namespace {

/// The names in braces of a pattern.
std::vector<std::string_view> names_in(std::string_view pattern) {
  std::vector<std::string_view> names;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos;
       open = pattern.find('{', open + 1)) {
    names.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
  }
  return names;
}

void write_path_parameter(JsonWriter& json, std::string_view name) {
  json.begin_object().field("name", name).field("in", "path").field("required", true);
  if (name == "reference") json.field("description", "What the world calls it.");
  json.key("schema").begin_object().field("type", "string").field("minLength", 1).end_object();
  json.end_object();
}

void write_parameters(JsonWriter& json, const Route& route) {
  json.key("parameters").begin_array();
  for (const std::string_view name : names_in(route.pattern)) write_path_parameter(json, name);
  if (route.gives.is_page) {
    refer(json, "parameters", "limit");
    refer(json, "parameters", "cursor");
    if (route.is_searched) refer(json, "parameters", "search");
  }
  if (route.query.write != nullptr) route.query.write(json, {});
  if (route.wants_version) refer(json, "parameters", "if_match");
  if (route.is_repeatable) refer(json, "parameters", "idempotency_key");
  if (route.method == Method::get && route.tells_version) {
    refer(json, "parameters", "if_none_match");
  }
  refer(json, "parameters", "accept_language");
  json.end_array();
}

void write_content(JsonWriter& json, const BodyShape& shape) {
  json.key("content").begin_object();
  json.key(shape.media_type.empty() ? "application/json" : shape.media_type).begin_object();
  json.key("schema");
  if (shape.schema != nullptr) {
    refer(json, "schemas", answer_title(shape));
  } else {
    const bool is_json = shape.media_type == "application/json";
    json.begin_object().field("type", is_json ? "object" : "string").end_object();
  }
  json.end_object().end_object();
}

void refer_to_header(JsonWriter& json, std::string_view name, std::string_view component) {
  json.key(name);
  refer(json, "headers", component);
}

void write_success(JsonWriter& json, const Route& route) {
  json.key(std::to_string(route.status)).begin_object();
  json.field("description", phrase_of(route.status)).key("headers").begin_object();
  if (route.tells_version) refer_to_header(json, "ETag", "version");
  if (route.status == 201 || route.status == 303) refer_to_header(json, "Location", "location");
  refer_to_header(json, "X-Request-Id", "request_id");
  json.end_object();
  if (route.gives.schema != nullptr || !route.gives.media_type.empty()) {
    write_content(json, route.gives);
  }
  json.end_object();
}

void write_responses(JsonWriter& json, const Route& route) {
  constexpr int not_modified = 304;
  json.key("responses").begin_object();
  write_success(json, route);
  if (route.method == Method::get && route.tells_version) {
    json.key(std::to_string(not_modified)).begin_object();
    json.field("description", phrase_of(not_modified)).end_object();
  }
  for (const auto& [status, refusals] : by_status(refusals_of(route))) {
    json.key(std::to_string(status));
    const std::string shared = shared_name(refusals);
    if (shared.empty()) {
      write_refusals(json, refusals);
    } else {
      refer(json, "responses", shared);
    }
  }
  json.end_object();
}

/// Who may: the right, and the roles that hold it.
void write_permission(JsonWriter& json, Permission permission) {
  const bool is_open = permission == Permission::anyone;
  if (is_open) json.key("security").begin_array().end_array();
  json.key("x-permission").begin_object().field("key", key_of(permission));
  json.field("meaning", word_of(permission, Language::en)).key("roles").begin_array();
  for (std::size_t i = 0; i < std::size(Vocabulary<UserRole>::words); ++i) {
    const auto role = static_cast<UserRole>(i);
    if (roles_with(permission).holds(role)) json.value(key_of(role));
  }
  json.end_array().end_object();
}

}  // namespace

void write_operation(JsonWriter& json, const Route& route) {
  json.begin_object().field("operationId", operation_of(route)).field("summary", route.summary);
  json.key("tags").begin_array().value(tag_of(route)).end_array();
  write_permission(json, route.permission);
  write_parameters(json, route);
  if (route.takes.schema != nullptr || !route.takes.media_type.empty()) {
    json.key("requestBody").begin_object().field("required", true);
    write_content(json, route.takes);
    json.end_object();
  }
  write_responses(json, route);
  json.end_object();
}

}  // namespace vigie
