// The routes by which the API tells what it is.
#include <memory>

#include "server/api/api_routes.h"
#include "server/api/asking.h"
#include "server/api/openapi.h"
#include "server/api/reference_page.h"
#include "server/transport/response_fit.h"

namespace vigie {

namespace {

constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::string_view css = "text/css; charset=utf-8";

/// Nothing runs, nothing is asked of others, nobody shows it within a page of theirs.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

/// A text that is the same for all, made once.
struct Kept {
  explicit Kept(std::string made) : text{std::move(made)}, tag{entity_tag_of(text)} {}
  std::string text;
  std::string tag;
};

/// A page in each language.
struct KeptPage {
  Kept en;
  Kept fr;
  const Kept& of(Language language) const { return language == Language::fr ? fr : en; }
};

Response answer_with(const Kept& kept, std::string_view media_type) {
  Response response{.media_type = media_type, .body = kept.text, .entity_tag = kept.tag};
  if (media_type == "application/json") return response;
  response.fields.emplace_back("Cache-Control", "no-cache");
  response.fields.emplace_back("Content-Security-Policy", policy);
  response.fields.emplace_back("Referrer-Policy", "no-referrer");
  return response;
}

/// `?lang=`, else what the reader prefers.
Outcome<Language> language_asked(const Call& call) {
  Language language = call.language;
  for (const auto& [name, text] : call.query.all()) {
    if (name != "lang") return Refused{Refusal::parameter_unknown, {{"parameter", name}}, {}};
    if (text != "en" && text != "fr") {
      return Refused{Refusal::parameter_malformed, {{"parameter", name}, {"text", text}}, {}};
    }
    language = text == "fr" ? Language::fr : Language::en;
  }
  return language;
}

template <class Make>
auto answers_page(Make make) {
  const auto page = std::make_shared<const KeptPage>(
      KeptPage{Kept{make(Language::en)}, Kept{make(Language::fr)}});
  return [page](const Call& call) {
    const Outcome<Language> language = language_asked(call);
    if (!language) return refusal_response(call, language.error());
    Response response = answer_with(page->of(*language), html);
    response.fields.emplace_back("Vary", "Accept-Language");
    return response;
  };
}

Route page_route(std::string_view pattern, std::string_view summary) {
  return {.pattern = pattern,
          .refusals = {Refusal::parameter_malformed, Refusal::parameter_unknown},
          .summary = summary,
          .gives = {.media_type = "text/html"},
          .tells_version = true};
}

}  // namespace

std::vector<Route> documentation_described() {
  return {{.pattern = "/api/openapi.json",
           .permission = Permission::be_signed_in,
           .summary = "The description of the API, for programs.",
           .gives = {.media_type = "application/json"},
           .tells_version = true},
          page_route("/reference", "The operations of the API, for people."),
          page_route("/reference/refusals", "What may be refused, for people."),
          page_route("/reference/rights", "Who may do what, for people."),
          {.pattern = "/reference/style.css",
           .summary = "How the pages of the reference look.",
           .gives = {.media_type = "text/css"},
           .tells_version = true}};
}

std::vector<Route> documentation_routes(const Limits& limits) {
  const std::vector<Route> described = described_routes();
  const JsonBounds bounds = body_bounds(limits);
  std::vector<Route> routes = documentation_described();
  const auto openapi = std::make_shared<const Kept>(openapi_of(described, bounds));
  routes[0].answer = [openapi](const Call&) { return answer_with(*openapi, "application/json"); };
  routes[1].answer =
      answers_page([&](Language language) { return operations_page(described, bounds, language); });
  routes[2].answer =
      answers_page([&](Language language) { return refusals_page(described, language); });
  routes[3].answer = answers_page(rights_page);
  const auto style = std::make_shared<const Kept>(std::string{reference_style()});
  routes[4].answer = [style](const Call&) { return answer_with(*style, css); };
  return routes;
}

}  // namespace vigie
