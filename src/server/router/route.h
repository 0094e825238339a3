// What the API offers, one line a route: the table from which it is served, described and tested.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/router/query.h"
#include "server/transport/request.h"
#include "server/transport/response.h"

namespace vigie {

/// A request that found its route.
struct Call {
  const Request& request;
  std::vector<std::pair<std::string_view, std::string>> path;  // by the names of the pattern
  Query query;
  Language language = Language::en;

  /// What stands in the path for `{name}` of the pattern; it has one, or that is our fault.
  const std::string& in_path(std::string_view name) const;
};

struct Route {
  Method method = Method::get;
  std::string_view pattern;  // "/tickets/{reference}/events": {name} stands for one segment
  Permission permission = Permission::anyone;
  Limit most_body = Limit::body_bytes;
  std::vector<Refusal> refusals;  // that its answer may give, beside those of every route
  std::string_view summary;       // one sentence, for the reference
  std::function<Response(const Call&)> answer;
};

}  // namespace vigie
