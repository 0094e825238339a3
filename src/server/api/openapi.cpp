#include "server/api/openapi.h"

#include <algorithm>
#include <map>
#include <set>

#include "server/api/openapi_parts.h"

namespace vigie {

namespace {

constexpr std::string_view api_begin = "/api/";

constexpr std::string_view about =
    "What Vigie stores and what its engine answers. Instants are RFC 3339 in UTC; money is whole "
    "minor units with a currency; things are named by their references, in upper or lower case. "
    "Lists come page by page: `next` of one page is the `cursor` of the next. A change wants the "
    "version that was read, in If-Match. A creation with an Idempotency-Key may be sent again: it "
    "is answered as the first time. Refusals are RFC 9457 in the language of Accept-Language; "
    "their codes are a closed list, at /reference/refusals. HEAD is answered wherever GET is.";

using Paths = std::map<std::string_view, std::vector<const Route*>>;

Paths paths_of(const std::vector<Route>& routes) {
  Paths paths;
  for (const Route& route : routes) paths[route.pattern].push_back(&route);
  for (auto& [pattern, of_path] : paths) {
    std::ranges::sort(of_path, {}, [](const Route* route) { return route->method; });
  }
  return paths;
}

std::string lower(std::string_view word) {
  std::string text{word};
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string method_of(const Route& route) { return lower(word_of(route.method, Language::en)); }

void write_head(JsonWriter& json) {
  json.field("openapi", "3.1.0").key("info").begin_object();
  json.field("title", "Vigie").field("version", "1").field("description", about);
  json.key("license").begin_object();
  json.field("name", "Apache 2.0").field("identifier", "Apache-2.0").end_object();
  json.end_object();
  json.key("servers").begin_array().begin_object().field("url", "/");
  json.field("description", "The installation that serves this description.");
  json.end_object().end_array();
}

void write_tags(JsonWriter& json, const std::vector<Route>& routes) {
  std::set<std::string_view> tags;
  for (const Route& route : routes) tags.insert(tag_of(route));
  json.key("tags").begin_array();
  for (const std::string_view tag : tags) {
    std::string where = "Below /api/" + std::string{tag} + ".";
    if (tag == "program") where = "How the program is, for those who watch over it.";
    if (tag == "reference") where = "The pages of the reference, for people.";
    json.begin_object().field("name", tag).field("description", where).end_object();
  }
  json.end_array();
}

}  // namespace

std::string_view tag_of(const Route& route) {
  std::string_view rest = route.pattern;
  if (rest.starts_with("/reference")) return "reference";
  if (!rest.starts_with(api_begin)) return "program";
  rest.remove_prefix(api_begin.size());
  return rest.substr(0, rest.find_first_of("/."));
}

std::string operation_of(const Route& route) {
  std::string name = method_of(route);
  std::string_view rest = route.pattern;
  if (rest.starts_with(api_begin)) rest.remove_prefix(api_begin.size() - 1);
  for (const char c : rest) {
    if (c == '/' || c == '.' || c == '-') name += '_';
    if (c == '{') name += "by_";
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (is_plain) name += c;
  }
  return name;
}

std::string answer_title(const BodyShape& gives) {
  return std::string{gives.title} + (gives.is_page ? "Page" : "");
}

std::string openapi_of(const std::vector<Route>& routes, const JsonBounds& bounds) {
  JsonWriter json;
  json.begin_object();
  write_head(json);
  json.key("security").begin_array();
  json.begin_object().key("session").begin_array().end_array().end_object();
  json.begin_object().key("token").begin_array().end_array().end_object();
  json.end_array();
  write_tags(json, routes);
  json.key("paths").begin_object();
  for (const auto& [pattern, of_path] : paths_of(routes)) {
    json.key(pattern).begin_object();
    for (const Route* route : of_path) {
      json.key(method_of(*route));
      write_operation(json, *route);
    }
    json.end_object();
  }
  json.end_object();
  write_components(json, routes, bounds);
  json.end_object();
  return json.take();
}

}  // namespace vigie
