// What the API offers, one line a route: the table from which it is served, described and tested.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notation/json/json_fields.h"
#include "server/router/query.h"
#include "server/transport/limits.h"
#include "server/transport/request.h"
#include "server/transport/response.h"
#include "usecase/caller.h"

namespace vigie {

/// A request that found its route, of someone who may ask for it.
struct Call {
  const Request& request;
  const Caller& caller;
  std::vector<std::pair<std::string_view, std::string>> path;  // by the names of the pattern
  Query query;
  const Limits& limits;
  Language language = Language::en;

  /// What stands in the path for `{name}` of the pattern; it has one, or that is our fault.
  const std::string& in_path(std::string_view name) const;
};

/// What a body is, for the description of the API; none of it: there is no body.
struct BodyShape {
  std::string_view title;  // "Party": of a described struct
  WriteSchema schema = nullptr;
  void (*add_schemas)(NamedSchemas&) = nullptr;  // its own and those within it
  bool is_page = false;                          // a page of a list of it
  std::string_view media_type;                   // of a body that is no described struct
};

/// The shape of a described struct.
template <class View>
constexpr BodyShape shape_of() {
  static_assert(!title_of<View>.empty(), "name it for the reference: specialise title_of");
  return {.title = title_of<View>, .schema = write_schema<View>, .add_schemas = add_schemas<View>};
}

/// The parameters of a query that a described struct reads, for the description of the API; those
/// of a page are not among them.
struct QueryShape {
  std::vector<std::string_view> names;
  void (*write)(JsonWriter&, const JsonBounds&) = nullptr;  // one OpenAPI parameter after the other
};

struct Route {
  Method method = Method::get;
  std::string_view pattern;  // "/tickets/{reference}/events": {name} stands for one segment
  Permission permission = Permission::anyone;
  Limit most_body = Limit::body_bytes;
  std::vector<Refusal> refusals;  // that its answer may give, beside those of every route
  std::string_view summary;       // one sentence, for the reference
  QueryShape query = {};
  BodyShape takes = {};
  BodyShape gives = {};
  int status = 200;            // when all is well
  bool wants_version = false;  // in If-Match
  bool tells_version = false;  // in ETag
  bool is_repeatable = false;  // with Idempotency-Key
  bool is_searched = false;    // a page, by words in ?search=
  std::function<Response(const Call&)> answer;
};

}  // namespace vigie
