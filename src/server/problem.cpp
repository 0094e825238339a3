#include "server/problem.h"

#include "engine/base/fill.h"

namespace vigie {

namespace {

struct ProblemFault {
  std::string pointer;
  std::string code;
  std::string detail;
  std::optional<std::int64_t> line;
  std::optional<std::int64_t> column;
};

struct Problem {
  std::string type;
  std::string title;
  std::int64_t status = 0;
  Refusal code{};
  std::string detail;
  std::optional<std::vector<ProblemFault>> errors;
  std::optional<std::string> request_id;
};

}  // namespace

template <>
inline constexpr std::string_view title_of<ProblemFault> = "ProblemFault";
template <>
inline constexpr auto fields_of<ProblemFault> = std::tuple{
    field("pointer", &ProblemFault::pointer, "Where in the body, RFC 6901; empty: the whole."),
    field("code", &ProblemFault::code, "A word of a closed list."),
    field("detail", &ProblemFault::detail, "A sentence for people."),
    field("line", &ProblemFault::line, "Of a document, from 1."),
    field("column", &ProblemFault::column, "Of a document, from 1."),
};

template <>
inline constexpr std::string_view title_of<Problem> = "Problem";
template <>
inline constexpr auto fields_of<Problem> = std::tuple{
    field("type", &Problem::type, "Where the reference tells of this refusal."),
    field("title", &Problem::title, "What the status is called."),
    field("status", &Problem::status, "The status of the answer."),
    field("code", &Problem::code, "The refusal: a word of a closed list."),
    field("detail", &Problem::detail, "A sentence for people."),
    field("errors", &Problem::errors, "What is wrong with the body, fault by fault."),
    field("request_id", &Problem::request_id, "Names the request in the log."),
};

void add_problem_schemas(NamedSchemas& named) { add_schemas<Problem>(named); }

Response problem(const ToldRefusal& told) {
  constexpr int unavailable = 503;
  constexpr int unauthorized = 401;
  const int status = status_of(told.refusal);
  Problem body{.type = "/reference/refusals#" + std::string{key_of(told.refusal)},
               .title = std::string{phrase_of(status)},
               .status = status,
               .code = told.refusal,
               .detail = fill(word_of(told.refusal, told.language), told.arguments)};
  if (!told.errors.empty()) body.errors.emplace();
  for (const ToldFault& error : told.errors) {
    ProblemFault fault{error.pointer, std::string{error.code}, error.detail, {}, {}};
    if (error.line > 0) fault.line = error.line;
    if (error.line > 0) fault.column = error.column;
    body.errors->push_back(std::move(fault));
  }
  if (!told.request_id.empty()) body.request_id = told.request_id;
  JsonWriter json;
  write_fields(json, body);
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
