#include "server/router/router.h"

#include <algorithm>

#include "engine/base/require.h"

namespace vigie {

namespace {

bool is_name(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// Calls `each` with every segment after a /, until it says no. False when it did, or when `path`
/// does not begin with /.
template <class Each>
bool for_each_segment(std::string_view path, Each each) {
  if (!path.starts_with('/')) return false;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    if (!each(segment)) return false;
  }
  return true;
}

}  // namespace

const std::string& Call::in_path(std::string_view name) const {
  const auto found = std::find_if(path.begin(), path.end(),
                                  [&](const auto& value) { return value.first == name; });
  require(found != path.end(), "the pattern of the route has this name");
  return found->second;
}

Router::Router(std::vector<Route> routes) : routes_{std::move(routes)}, nodes_(1) {
  for (std::size_t index = 0; index < routes_.size(); ++index) {
    std::size_t node = 0;
    const bool is_path = for_each_segment(routes_[index].pattern, [&](std::string_view segment) {
      node = node_after(node, segment);
      return !segment.empty();
    });
    require(is_path, "a pattern begins with / and has no empty segment");
    for (const std::size_t other : nodes_[node].routes) {
      require(routes_[other].method != routes_[index].method, "two routes answer one path");
    }
    nodes_[node].routes.push_back(index);
  }
}

std::size_t Router::node_after(std::size_t node, std::string_view segment) {
  const auto child = nodes_[node].children.find(segment);
  if (!is_name(segment) && child != nodes_[node].children.end()) return child->second;
  if (is_name(segment) && nodes_[node].any) return *nodes_[node].any;
  const std::size_t made = nodes_.size();
  nodes_.emplace_back();
  if (is_name(segment)) {
    nodes_[node].any = made;
  } else {
    nodes_[node].children.emplace(segment, made);
  }
  return made;
}

void Router::name_path(std::size_t route, std::vector<std::string>& values, Found& found) const {
  std::size_t next = 0;
  for_each_segment(routes_[route].pattern, [&](std::string_view segment) {
    if (is_name(segment)) {
      found.path.emplace_back(segment.substr(1, segment.size() - 2), std::move(values[next++]));
    }
    return true;
  });
}

Router::Found Router::find(Method method, std::string_view path) const {
  Found found;
  std::size_t node = 0;
  std::vector<std::string> values;
  const bool is_ours = for_each_segment(path, [&](std::string_view raw) {
    auto segment = decoded(raw, Plus::is_plus);
    found.is_malformed = !segment;
    if (!segment || segment->empty() || *segment == "." || *segment == "..") return false;
    const auto child = nodes_[node].children.find(*segment);
    if (child != nodes_[node].children.end()) {
      node = child->second;
      return true;
    }
    if (!nodes_[node].any) return false;
    node = *nodes_[node].any;
    values.push_back(std::move(*segment));
    return true;
  });
  if (!is_ours) return found;
  const Method wanted = method == Method::head ? Method::get : method;
  for (const std::size_t route : nodes_[node].routes) {
    found.offered.push_back(routes_[route].method);
    if (routes_[route].method == wanted) found.route = route;
  }
  if (found.route) name_path(*found.route, values, found);
  return found;
}

std::string Router::allow_of(const std::vector<Method>& offered) {
  std::string allow;
  for (const Method method : offered) {
    allow += word_of(method, Language::en);
    allow += method == Method::get ? ", HEAD, " : ", ";
  }
  return allow + "OPTIONS";
}

}  // namespace vigie
