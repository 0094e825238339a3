// From a method and a path to the one route that answers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/router/route.h"

namespace vigie {

/// Immutable once made; used by any number of threads.
class Router {
 public:
  /// Patterns that no path could tell apart are our fault.
  explicit Router(std::vector<Route> routes);

  struct Found {
    std::optional<std::size_t> route;  // in `routes()`; none when no route has this method or path
    std::vector<Method> offered;       // methods of the path; empty when there is no such path
    bool is_malformed = false;         // the path is not UTF-8 once decoded
    std::vector<std::pair<std::string_view, std::string>> path;
  };

  /// `path` as sent. HEAD is answered by the route of GET. A path that ends with /, has an empty
  /// segment, or . or .. as one, is none of ours.
  Found find(Method method, std::string_view path) const;
  const std::vector<Route>& routes() const { return routes_; }
  /// "GET, HEAD, OPTIONS": the field Allow.
  static std::string allow_of(const std::vector<Method>& offered);

 private:
  struct Node {
    std::map<std::string, std::size_t, std::less<>> children;  // by segment, to `nodes_`
    std::optional<std::size_t> any;                            // for {name}
    std::vector<std::size_t> routes;                           // that end here
  };
  std::size_t node_after(std::size_t node, std::string_view segment);
  void name_path(std::size_t route, std::vector<std::string>& values, Found& found) const;

  std::vector<Route> routes_;
  std::vector<Node> nodes_;
};

}  // namespace vigie
