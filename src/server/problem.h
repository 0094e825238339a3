// A refusal as the API tells it: a code for programs, a sentence in the language of the caller.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/transport/response.h"

namespace vigie {

struct ToldRefusal {
  Refusal refusal{};
  std::vector<std::pair<std::string, std::string>> arguments;  // for the holes of its sentence
  Language language = Language::en;
  std::string_view request_id;
};

/// {"type", "title", "status", "code", "detail", "request_id"} as application/problem+json; 503
/// says when to come back. Source: RFC 9457, design S7.
Response problem(const ToldRefusal& told);

}  // namespace vigie
