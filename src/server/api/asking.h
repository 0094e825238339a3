// What every route of the API reads of a request, and how it answers.
#pragma once

#include <boost/json/fwd.hpp>
#include <functional>
#include <span>
#include <string>

#include "notation/json/json_road.h"
#include "server/router/route.h"
#include "usecase/list_page.h"

namespace vigie {

/// A refusal as the API tells it, with its faults.
Response refusal_response(const Call& call, const Refused& refused);

/// How much a body may hold.
JsonBounds body_bounds(const Call& call);
JsonBounds body_bounds(const Limits& limits);

/// What is wrong with a body, each with its pointer.
Response body_refusal(const Call& call, const JsonRoad& road);

/// A refusal when the body is not said to be JSON.
std::optional<Refused> media_refusal(const Call& call);

/// The version in If-Match: `"3"`. Refused: version_missing.
Outcome<std::int64_t> version_asked(const Call& call);

inline constexpr std::int64_t most_of_page = 200;

/// `?limit=` (1 to `most_of_page`, 50), `?cursor=`, and `?search=` when the list is searched by
/// words; other parameters than those and `others` are refused.
Outcome<ListAsked> page_asked(const Call& call, bool is_searched = false,
                              std::span<const std::string_view> others = {});

/// The Idempotency-Key; empty when there is none. Refused: idempotency_key_malformed.
Outcome<std::string> key_asked(const Call& call);

/// Whose digest tells two requests apart: method, path and body.
std::string digest_of_request(const Request& request);

}  // namespace vigie
