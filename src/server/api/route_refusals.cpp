#include "server/api/route_refusals.h"

#include <algorithm>

namespace vigie {

namespace {

using enum Refusal;

constexpr Refusal of_transport[] = {
    malformed_request,   ambiguous_length,   malformed_body,       malformed_host,  malformed_path,
    malformed_query,     repeated_parameter, request_timeout,      body_too_large,  target_too_long,
    expectation_unknown, header_too_large,   internal_error,       method_unknown,  coding_unknown,
    storage_away,        too_busy,           too_many_connections, version_unknown,
};

constexpr Refusal of_no_route[] = {not_found, method_not_allowed};

constexpr Refusal of_a_right[] = {unauthenticated, not_permitted};
constexpr Refusal of_a_body[] = {media_type_unknown, body_not_understood};
constexpr Refusal of_a_query[] = {parameter_malformed, parameter_unknown};
constexpr Refusal of_a_page[] = {parameter_malformed, parameter_unknown, cursor_unknown};
constexpr Refusal of_a_version[] = {version_missing, version_changed};
constexpr Refusal of_a_key[] = {idempotency_key_malformed, idempotency_key_reused};

void add(std::vector<Refusal>& refusals, std::span<const Refusal> more) {
  refusals.insert(refusals.end(), more.begin(), more.end());
}

}  // namespace

std::span<const Refusal> transport_refusals() { return of_transport; }

std::span<const Refusal> refusals_without_route() { return of_no_route; }

std::vector<Refusal> refusals_of(const Route& route) {
  std::vector<Refusal> refusals = route.refusals;
  add(refusals, of_transport);
  if (route.permission != Permission::anyone) add(refusals, of_a_right);
  if (route.permission != Permission::anyone && route.method != Method::get) {
    refusals.push_back(cross_site);
  }
  if (route.takes.schema != nullptr) add(refusals, of_a_body);
  if (route.gives.is_page) add(refusals, of_a_page);
  if (route.query.write != nullptr) add(refusals, of_a_query);
  if (route.wants_version) add(refusals, of_a_version);
  if (route.is_repeatable) add(refusals, of_a_key);
  if (route.pattern.find('{') != std::string_view::npos) refusals.push_back(not_found);
  std::ranges::sort(refusals, [](Refusal a, Refusal b) {
    return std::pair{status_of(a), a} < std::pair{status_of(b), b};
  });
  refusals.erase(std::ranges::unique(refusals).begin(), refusals.end());
  return refusals;
}

}  // namespace vigie
