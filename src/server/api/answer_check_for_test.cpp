#include "server/api/answer_check_for_test.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "server/api/openapi.h"
#include "server/api/route_refusals.h"

namespace vigie {

namespace {

using Json = boost::json::value;
using Adapter = valijson::adapters::BoostJsonAdapter;

/// The member of an object; null when there is none.
const Json* member_of(const Json* value, std::string_view name) {
  const auto* object = value == nullptr ? nullptr : value->if_object();
  return object == nullptr ? nullptr : object->if_contains(name);
}

std::string lower(std::string_view text) {
  std::string word{text};
  for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return word;
}

bool has_field(const Response& response, std::string_view name) {
  return std::ranges::any_of(response.fields,
                             [&](const auto& field) { return field.first == name; });
}

std::string fault_in_fields(const Json& described, const Response& response) {
  const Json* headers = member_of(&described, "headers");
  const bool may_have_tag = member_of(headers, "ETag") != nullptr;
  if (may_have_tag != !response.entity_tag.empty()) return "ETag is described, or told, alone";
  for (const char* name : {"Location", "Retry-After", "Content-Language"}) {
    const bool is_described = member_of(headers, name) != nullptr;
    if (is_described != has_field(response, name)) {
      return std::string{name} + " is described, or told, alone";
    }
  }
  return {};
}

}  // namespace

struct AnswerCheck::Schemas {
  Json document;
  std::map<std::string, valijson::Schema> read;  // by the schema's text

  const Json* resolved(const Json* value) const {
    const Json* target = member_of(value, "$ref");
    if (target == nullptr) return value;
    const std::string pointer{target->as_string().subview(1)};
    return &document.at_pointer(pointer);
  }

  const Json* response_of(const Route& route, int status) const {
    const Json* paths = member_of(&document, "paths");
    const Json* path = member_of(paths, route.pattern);
    const Json* operation = member_of(path, lower(word_of(route.method, Language::en)));
    const Json* responses = member_of(operation, "responses");
    return resolved(member_of(responses, std::to_string(status)));
  }

  /// The schema stands in the whole document, so that what it refers to is found.
  const valijson::Schema& schema_of(const Json& written) {
    const auto [at, is_new] = read.try_emplace(boost::json::serialize(written));
    if (is_new) {
      boost::json::object whole{{"components", *member_of(&document, "components")}};
      whole["allOf"] = boost::json::array{written};
      const Json root = whole;
      valijson::SchemaParser{valijson::SchemaParser::kDraft7}.populateSchema(Adapter{root},
                                                                             at->second);
    }
    return at->second;
  }

  std::string fault_in_body(const Json& written, std::string_view body) {
    boost::json::error_code code;
    const Json value = boost::json::parse(body, code);
    if (code) return "not JSON: " + std::string{body};
    valijson::Validator validator;
    valijson::ValidationResults found;
    if (validator.validate(schema_of(written), Adapter{value}, &found)) return {};
    std::string fault = "not as described:";
    for (const auto& error : found) {
      for (const std::string& step : error.context) fault += " " + step;
      fault += ": " + error.description;
    }
    return fault;
  }
};

AnswerCheck::AnswerCheck(const std::vector<Route>& routes) : schemas_{std::make_unique<Schemas>()} {
  schemas_->document = boost::json::parse(openapi_of(routes, {}));
}

AnswerCheck::~AnswerCheck() = default;

std::string AnswerCheck::fault_in(const Router& router, const Request& request,
                                  const Response& response) {
  const auto found = router.find(request.method, request.path).route;
  if (!found) {
    const bool is_options = request.method == Method::options && response.status == 204;
    const bool is_told =
        response.refusal == Refusal::malformed_path ||
        (response.refusal && std::ranges::count(refusals_without_route(), *response.refusal) > 0);
    return is_options || is_told ? "" : "a refusal that no route could give";
  }
  const Route& route = router.routes()[*found];
  const Json* described = schemas_->response_of(route, response.status);
  if (described == nullptr) return "the status is not described";
  const Json* content = member_of(described, "content");
  if (content == nullptr) return response.body.empty() ? "" : "a body that is not described";
  const std::string_view type = response.media_type.substr(0, response.media_type.find(';'));
  const Json* of_type = member_of(content, type);
  if (of_type == nullptr) return "the media type is not described";
  if (auto fault = fault_in_fields(*described, response); !fault.empty()) return fault;
  if (!type.ends_with("json")) return {};
  return schemas_->fault_in_body(*member_of(of_type, "schema"), response.body);
}

}  // namespace vigie
