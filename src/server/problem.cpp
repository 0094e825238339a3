#include "server/problem.h"

#include "engine/base/fill.h"
#include "notation/json/json_writer.h"

namespace vigie {

Response problem(const ToldRefusal& told) {
  constexpr int unavailable = 503;
  constexpr int unauthorized = 401;
  const int status = status_of(told.refusal);
  const std::string_view code = key_of(told.refusal);
  JsonWriter json;
  json.begin_object()
      .field("type", "/reference/refusals#" + std::string{code})
      .field("title", phrase_of(status))
      .field("status", status)
      .field("code", code)
      .field("detail", fill(word_of(told.refusal, told.language), told.arguments));
  if (!told.errors.empty()) {
    json.key("errors").begin_array();
    for (const ToldFault& error : told.errors) {
      json.begin_object()
          .field("pointer", std::string_view{error.pointer})
          .field("code", error.code)
          .field("detail", std::string_view{error.detail})
          .end_object();
    }
    json.end_array();
  }
  if (!told.request_id.empty()) json.field("request_id", told.request_id);
  json.end_object();
  Response response{.status = status,
                    .media_type = "application/problem+json",
                    .body = json.take(),
                    .refusal = told.refusal};
  response.fields.emplace_back("Content-Language", told.language == Language::fr ? "fr" : "en");
  if (status == unavailable) response.fields.emplace_back("Retry-After", "1");
  if (status == unauthorized) response.fields.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace vigie
