// A refusal as the API tells it: a code for programs, a sentence in the language of the caller.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notation/json/json_fields.h"
#include "server/transport/response.h"

namespace vigie {

/// One of several faults of what was sent.
struct ToldFault {
  std::string pointer;  // RFC 6901; empty: the whole
  std::string_view code;
  std::string detail;
  int line = 0;    // of a document, from 1; 0: unknown
  int column = 0;  // of a document, from 1
};

struct ToldRefusal {
  Refusal refusal{};
  std::vector<std::pair<std::string, std::string>> arguments;  // for the holes of its sentence
  std::vector<ToldFault> errors = {};
  Language language = Language::en;
  std::string_view request_id;
};

/// {"type", "title", "status", "code", "detail", "errors", "request_id"} as
/// application/problem+json, the last two when there are any; 503 says when to come back. Source:
/// RFC 9457, design S7.
Response problem(const ToldRefusal& told);

/// What such a body must be.
void add_problem_schemas(NamedSchemas& named);

}  // namespace vigie
